import { expect, test } from 'vitest'
import { codes, lookup } from './index.ts'
import { insteadOf, whyNever } from './instead.ts'

test.each([
  [1002053, 'superseded by 1002031'],
  [1102001, 'superseded by 1002051, 1002031'],
  [1103020, 'superseded by 1103021, 1103027'],
  [1000019, 'superseded, without a documented code'],
  [1101001, 'not on the web'],
  [1002031, undefined],
  [1104037, undefined],
])('%d is %s', (code, why) => expect(whyNever(lookup(code))).toBe(why))

test('numbers of the service are no codes that come instead', () => {
  expect(insteadOf(lookup(1005012))).toEqual([1005099])
})

test('no row is superseded by itself, and only superseded rows are superseded', () => {
  const wrong = codes.filter(
    (row) =>
      insteadOf(row).includes(row.code) || (row.evidence !== 'superseded' && insteadOf(row).length > 0),
  )
  expect(wrong).toEqual([])
})
