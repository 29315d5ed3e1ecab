import { expect, test } from 'vitest'
import { inMs, inSignedMs } from './duration.ts'

test.each([
  [1500, 1500],
  ['250ms', 250],
  ['90s', 90_000],
  ['5m', 300_000],
  ['1h30m', 5_400_000],
  ['1m 30s', 90_000],
  ['0.5s', 500],
])('%s is %d ms', (duration, ms) => {
  expect(inMs(duration)).toBe(ms)
})

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY, '', 'soon', '5', '5 min', '05:00', 'm5', '0s'])(
  '%s is not a duration, and the error shows what is',
  (duration) => {
    expect(() => inMs(duration)).toThrow(/is not a duration\. Use .*'5m'/)
  },
)

test.each([
  ['24h', 86_400_000],
  ['-24h', -86_400_000],
  [-1500, -1500],
])('%s, which may point back, is %d ms', (duration, ms) => {
  expect(inSignedMs(duration)).toBe(ms)
})

test.each([0, Number.NaN, '-', '--5m', '-soon', Number.NEGATIVE_INFINITY])(
  '%s points nowhere, back or ahead',
  (duration) => {
    expect(() => inSignedMs(duration)).toThrow(/is not a duration/)
  },
)
