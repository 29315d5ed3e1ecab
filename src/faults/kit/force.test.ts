import { expect, test } from 'vitest'
import { checkForcible } from './force.ts'

test.each([1_000_000, 1_102_020, 1_000_000_000])('the SDK hands %d on', (code) => {
  expect(() => checkForcible(code, 'LoginRoomReq')).not.toThrow()
})

test.each([0, 100_001, 999_999, 1_000_000_001, 1.5, Number.NaN])('%d is refused, with the range', (code) => {
  expect(() => checkForcible(code, 'SendImReq')).toThrow(/from 1000000 to 1000000000/)
})

test('a heartbeat cannot carry the codes that the SDK keeps to itself', () => {
  expect(() => checkForcible(1_102_001, 'HbReq')).toThrow(/LoginRoomReq/)
  expect(() => checkForcible(1_102_020, 'HbReq')).not.toThrow()
})
