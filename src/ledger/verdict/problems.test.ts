import { expect, test } from 'vitest'
import { groupRuns, type Ran } from '../run/ran.ts'
import { sampleRan } from '../testing/sample-ledger.ts'
import { sampleRecord } from '../testing/sample-run.ts'
import { scenarioProblems } from './problems.ts'

const record = sampleRecord(1006006)
const ran = (changes: Partial<Ran> = {}) => sampleRan('x', 'x', '@1006006', { record, ...changes })
const kinds = (...runs: readonly Ran[]) => scenarioProblems(groupRuns(runs)).map(({ kind }) => kind)

test('a scenario with the tag of a row and a record is fine', () => {
  expect(kinds(ran())).toEqual([])
  expect(kinds(ran({ tags: ['@no-code'] }))).toEqual([])
})

test('a tag of no row is named with what looks like it, one that is only forced, too', () => {
  const [problem] = scenarioProblems(groupRuns([ran({ tags: ['@1006060'] })]))
  expect(problem).toMatchObject({ kind: 'unknown-code', code: 1006060 })
  expect(problem?.message).toMatch(/Did you mean .*1006006/)
  expect(kinds(ran({ tags: ['@forced:1006060'] }))).toEqual(['unknown-code'])
})

test('a scenario without a tag of a row is told', () => {
  expect(kinds(ran({ tags: ['@slow'] }))).toEqual(['untagged'])
})

test('one run of several without a record, or with a broken one, is enough', () => {
  const again = { repeat: 1, record: undefined } as const
  expect(kinds(ran(), ran(again))).toEqual(['no-attachment'])
  expect(kinds(ran(), ran({ ...again, outcome: 'failed' }))).toEqual([])
  expect(kinds(ran(), ran({ ...again, unreadable: 'it is not JSON' }))).toEqual(['unreadable-attachment'])
})

test('so is one without its faults', () => {
  const off = ran({ repeat: 1, record: { ...record, injection: 'off' } })
  expect(kinds(ran(), off)).toEqual(['injection-off'])
})
