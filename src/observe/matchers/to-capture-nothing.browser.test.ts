import { expect as base } from '@playwright/test'
import { expect } from 'vitest'
import { capture } from '../../faults/testing/page.ts'
import { onStage } from '../../faults/testing/target.ts'
import { toCaptureNothing } from './to-capture-nothing.ts'

const test = onStage('default')
const demand = base.extend({ toCaptureNothing })

test('a page that captures is told apart from one that does not', async ({ target: { page, baseURL } }) => {
  await page.goto(baseURL)
  await demand(page).toCaptureNothing()
  await expect(demand(page).not.toCaptureNothing({ timeout: 1 })).rejects.toThrow(
    /Nothing captured within 1 ms/,
  )

  await capture(page, { audio: true, video: true })
  await demand(page).not.toCaptureNothing()
  await expect(demand(page).toCaptureNothing({ timeout: 1 })).rejects.toThrow(
    /still captures:\n {2}camera: .+\n {2}microphone: .+\n.*destroyStream/,
  )
})

test('a page that was closed captures nothing', async ({ target: { page, baseURL } }) => {
  await page.goto(baseURL)
  await capture(page, { video: true })
  await page.close()
  await demand(page).toCaptureNothing()
})

test('is for a page only', async () => {
  // @ts-expect-error no other object can be asked
  await expect(demand({}).toCaptureNothing()).rejects.toThrow(/is for a page/)
})
