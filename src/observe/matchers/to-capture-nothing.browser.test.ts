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

test('tracks that were stopped capture nothing', async ({ target: { page, baseURL } }) => {
  await page.goto(baseURL)
  await page.evaluate(async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ video: true })
    Object.assign(window, { kept: stream })
    for (const track of stream.getTracks()) track.stop()
  })
  await demand(page).toCaptureNothing()
})

test('it is waited for that a page stops, or begins, to capture', async ({ target: { page, baseURL } }) => {
  await page.goto(baseURL)
  await capture(page, { video: true })
  // The page answers in order, so each first look comes before the change.
  const ended = demand(page).toCaptureNothing()
  await page.evaluate(() => {
    for (const track of window.stream.getTracks()) track.stop()
  })
  await ended
  const begun = demand(page).not.toCaptureNothing()
  await capture(page, { audio: true })
  await begun
})

test('of a page that is gone nobody waits for it to capture', async ({ target: { page, baseURL } }) => {
  await page.goto(baseURL)
  await page.close()
  const at = Date.now()
  await expect(demand(page).not.toCaptureNothing({ timeout: 20_000 })).rejects.toThrow(/Nothing captured/)
  expect(Date.now() - at).toBeLessThan(5_000)
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
