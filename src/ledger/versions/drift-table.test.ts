import { expect, test } from 'vitest'
import { sampleRecorded, sampleVersionsRun } from '../testing/sample-versions.ts'
import { driftTable } from './drift-table.ts'

const [lost, unplugged] = ['signaling cut and back', 'camera unplugged']

test('builds are compared with the newest by number, and the order of codes does not matter', () => {
  const table = driftTable(sampleRecorded)
  expect(table).toMatchObject({ builds: ['2.26.2', '3.5.0', '3.10.0'], newest: '3.10.0' })
  expect(differing(lost, table)).toEqual(['2.26.2', '3.5.0'])
  expect(differing(unplugged, table)).toEqual(['2.26.2'])
})

test('every code that differs is listed with where it surfaces in either build', () => {
  const vias = ['event:roomStateChanged']
  expect(driftTable(sampleRecorded)?.drift).toEqual([
    { code: 1000017, situation: lost, build: '2.26.2', seen: vias, newest: [] },
    { code: 1000017, situation: lost, build: '3.5.0', seen: vias, newest: [] },
    { code: 1106010, situation: unplugged, build: '2.26.2', seen: [], newest: ['event:deviceError'] },
  ])
})

test('a run counts before the record, cell by cell, and says when it was', () => {
  const table = driftTable(sampleRecorded, sampleVersionsRun)
  expect(table?.situations[0]?.cells).toMatchObject([
    { build: '2.26.2', source: 'recorded' },
    { build: '3.5.0', source: 'recorded' },
    { build: '3.10.0', source: 'run', surfaced: [{ code: 1000017, via: 'event:roomStateUpdate' }] },
  ])
  expect(table?.measured).toEqual({ startedAt: '2026-01-02T01:00:00.000Z' })
  expect(driftTable(sampleRecorded)?.measured).toEqual({ startedAt: null })
})

test('a run that saw no code differs from a record of one', () => {
  const surfaced = { [unplugged]: { '3.5.0': [] } }
  const table = driftTable(sampleRecorded, { ...sampleVersionsRun, surfaced })
  expect(differing(unplugged, table)).toEqual(['2.26.2', '3.5.0'])
})

test('where the newest build was not tried, nothing is said to differ', () => {
  const table = driftTable({ ...sampleRecorded, [unplugged]: { '3.5.0': ['1006006 event:deviceError'] } })
  expect(differing(unplugged, table)).toEqual([])
  expect(table?.drift.filter(({ situation }) => situation === unplugged)).toEqual([])
})

test('where nothing is known there is no table', () => {
  expect(driftTable()).toBeNull()
  expect(driftTable({})).toBeNull()
})

function differing(title: string, table: ReturnType<typeof driftTable>) {
  const { cells = [] } = table?.situations.find((situation) => situation.title === title) ?? {}
  return cells.filter(({ differs }) => differs).map(({ build }) => build)
}
