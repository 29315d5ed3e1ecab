import { expect, test } from 'vitest'
import { sampleLedger } from '../testing/sample-ledger.ts'
import { entriesOf } from './entry.ts'
import { kindName } from './vocabulary.ts'

const ledger = sampleLedger()
const entryOf = (code: number, changes: object = {}) => {
  const rows = ledger.rows.map((row) => (row.code === code ? { ...row, ...changes } : row))
  return entriesOf({ ...ledger, rows }).find(({ text }) => text.code === code)
}

test('a row has all of its scenarios, those that bear nothing out, too, and what they were made by', () => {
  expect(entryOf(1102016)).toMatchObject({
    scenarios: [{ title: 'the token is broken' }],
    kinds: ['signaling'],
    means: ['wire'],
    outcome: 'failed',
  })
  expect(entryOf(1006006)).toMatchObject({ kinds: ['device'], outcome: 'passed' })
  expect(entryOf(1002001)).toMatchObject({ scenarios: [], outcome: 'not-run' })
})

test('a row that is contradicted says so, however its scenarios ended', () => {
  expect(entryOf(1006006, { verdict: 'contradicted' })?.outcome).toBe('contradicted')
})

test('a kind of fault that the page does not know keeps its name', () => {
  expect(kindName('device').zh).toBe('设备')
  expect(kindName('tea')).toEqual({ en: 'tea', zh: 'tea' })
})
