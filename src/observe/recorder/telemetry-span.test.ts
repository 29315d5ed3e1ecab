import { expect, test } from 'vitest'
import { endOf } from './telemetry-span.ts'

test('a span ended when it says, unless its clock cannot be the real one', () => {
  const now = 1_000_000
  expect(endOf({ end_time: now - 3_000 }, now)).toBe(now - 3_000)
  expect(endOf({ end_time: now }, now)).toBe(now)
  expect(endOf({ end_time: now + 1 }, now)).toBe(now)
  expect(endOf({ end_time: now - 60_000 }, now)).toBe(now)
  expect(endOf({}, now)).toBe(now)
})
