import { expect, test } from 'vitest'
import { demandWait, type WaitOptions } from './wait-options.ts'

const demand = (options: object, others?: readonly string[]) => () =>
  demandWait('toSurface', options as WaitOptions, others)

test('ms, and a receipt or a time, are taken', () => {
  const receipt = { fault: 'network.cut', means: 'wire', at: 1, evidence: {} }
  for (const options of [{}, { timeout: 0 }, { timeout: 5_000 }, { since: 0 }, { since: receipt }])
    expect(demand(options)).not.toThrow()
  expect(demand({ via: 'event' }, ['via', 'since'])).not.toThrow()
})

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, '5000', null])(
  'timeout: %o is refused',
  (timeout) => {
    expect(demand({ timeout })).toThrow(/timeout takes ms, such as 5_000, not/)
  },
)

test.each([Number.NaN, '1000', null, {}, { at: 'now' }])('since: %o is refused', (since) => {
  expect(demand({ since })).toThrow(/since takes a receipt, or ms/)
})

test('an option that the matcher does not read is refused, and those that it reads are named', () => {
  expect(demand({ tiemout: 1 })).toThrow(/toSurface has no option named tiemout. It has: since, timeout/)
  expect(demand({ times: 1 })).toThrow(/no option named times/)
  expect(demand({ since: 1 }, [])).toThrow(/no option named since. It has: timeout/)
})
