import { expect } from 'vitest'
import { ScreenFaults } from './screen.ts'
import { onStage } from './testing/target.ts'

const test = onStage('default')

test('a user who stops sharing ends the tracks', async ({ target }) => {
  const screen = new ScreenFaults(target)
  await target.page.goto(target.baseURL)
  expect(await screen.offer()).toMatchObject({ preparation: true })
  await target.page.evaluate(async () => {
    window.stream = await navigator.mediaDevices.getDisplayMedia({ video: true })
  })
  expect(await screen.stopped()).toMatchObject({ means: 'real', evidence: { ended: 1 } })
  expect(await target.page.evaluate(() => window.stream.active)).toBe(false)
})

test('sharing cannot be stopped before it began', async ({ target }) => {
  const screen = new ScreenFaults(target)
  await target.page.goto(target.baseURL)
  await expect(screen.stopped()).rejects.toThrow(/faults\.screen\.offer\(\)/)
  await screen.offer()
  await expect(screen.stopped()).rejects.toThrow(/expected a live screen track/)
  await screen.restore()
})

test('a picker cannot be cancelled on the wrong stage', async ({ target }) => {
  const screen = new ScreenFaults(target)
  await expect(screen.cancelled()).rejects.toThrow(/test\.use\(\{ browserStage: 'screen-rejected' \}\)/)
})
