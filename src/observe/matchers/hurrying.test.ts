import { expect as baseExpect } from '@playwright/test'
import { expect, test } from 'vitest'
import { beginPatiently, hurry, hurrying, unlessHurried, whenHurried } from './hurrying.ts'

test('the shortest patience counts, until the next test begins', () => {
  const told: number[] = []
  beginPatiently()
  whenHurried((ms) => told.push(ms))
  hurry(10_000)
  hurry(500)
  hurry(10_000)
  beginPatiently()
  whenHurried((ms) => told.push(ms))
  hurry(10_000)
  beginPatiently()
  expect(told).toEqual([10_000, 500, 500, 10_000])
})

test('a test that begins is told of none but its own', () => {
  const told: number[] = []
  beginPatiently()
  whenHurried((ms) => told.push(ms))
  beginPatiently()
  hurry(500)
  beginPatiently()
  expect(told).toEqual([])
})

test('work is waited for to its end, and in a hurry no longer than that', async () => {
  beginPatiently()
  const never = new Promise<string>(() => {})
  const late = new Promise<string>((resolve) => setTimeout(resolve, 50, 'done'))
  expect(await unlessHurried(late, 'not done')).toBe('done')
  hurry(1)
  expect(await unlessHurried(never, 'not done')).toBe('not done')
  expect(await unlessHurried(Promise.resolve('done'), 'not done')).toBe('done')
  beginPatiently()
})

test('assertions and polls wait as long as the project says, and in a hurry no longer than that', async () => {
  const seen: number[] = []
  const hurried = hurrying(
    baseExpect.extend({
      toWait(this: { timeout: number }) {
        seen.push(this.timeout)
        return { pass: true, message: () => '' }
      },
    }),
  )
  beginPatiently()
  hurried(1).toWait()
  hurried.soft(1).toWait()
  hurry(7)
  hurried(1).toWait()
  hurried.soft(1).toWait()
  beginPatiently()
  hurried(1).toWait()
  const [patient] = seen
  expect(patient).toBeGreaterThan(7)
  expect(seen).toEqual([patient, patient, 7, 7, patient])
})
