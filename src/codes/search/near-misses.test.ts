import { expect, test } from 'vitest'
import { nearMisses } from './near-misses.ts'

const documented = [0, 1002001, 1002031, 1102001, 1103065]

test.each([
  ['a digit changed', 1102031, [1002031, 1102001]],
  ['two digits swapped', 1130065, [1103065]],
  ['a digit lost', 103065, [1103065]],
  ['a digit too many', 11030655, [1103065]],
  ['two slips', 1203066, [1103065]],
])('%s', (_slip, typed, meant) => {
  expect(nearMisses(typed, documented).sort()).toEqual(meant.sort())
})

test('two slips are not offered where one would do', () => {
  expect(nearMisses(1002011, documented)).toEqual([1002001, 1002031])
})

test('nothing is offered for a number that resembles none', () => {
  expect(nearMisses(9999999, documented)).toEqual([])
  expect(nearMisses(Number.NaN, documented)).toEqual([])
})

test('no more are offered than asked for', () => {
  expect(nearMisses(1002011, documented, 1)).toEqual([1002001])
})
