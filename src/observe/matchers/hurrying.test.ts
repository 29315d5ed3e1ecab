import { expect, test } from 'vitest'
import { beginPatiently, hurry, whenHurried } from './hurrying.ts'

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
