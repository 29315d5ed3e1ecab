import { expect, test } from 'vitest'
import { codes, lookup } from './index.ts'
import type { CodeRow } from './row.ts'
import { whyNever } from './why-never.ts'

test.each([
  [1002053, 'superseded by 1002031'],
  [1102001, 'superseded by 1002051, 1002031'],
  [1103020, 'superseded by 1103021, 1103027'],
  [1000019, 'superseded, without a documented code'],
  [1101001, 'not on the web'],
  [1002031, undefined],
  [1104037, undefined],
])('%d is %s', (code, why) => expect(whyNever(lookup(code))).toBe(why))

test('what comes instead of a superseded code is what its drift tells of', () => {
  const told = ({ drift = '' }: CodeRow) => [...new Set((drift.match(/\b1[01]\d{5}\b/g) ?? []).map(Number))]
  const superseded = codes.filter(({ evidence }) => evidence === 'superseded')
  expect(superseded.map((row) => [row.code, ...(row.instead ?? [])])).toEqual(
    superseded.map((row) => [row.code, ...told(row)]),
  )
})

test('no row is superseded by itself, and only superseded rows are superseded', () => {
  const wrong = codes.filter(
    ({ code, instead, evidence }) => instead && (instead.includes(code) || evidence !== 'superseded'),
  )
  expect(wrong).toEqual([])
})
