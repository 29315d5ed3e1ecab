import { expect, test } from 'vitest'
import { sampleRecorded, sampleVersionsRun } from '../testing/sample-versions.ts'
import { driftTable } from '../versions/drift-table.ts'
import type { LedgerVersions } from '../versions/ledger-versions.ts'
import { isMixed, originOf } from './versions-origin.ts'

test.for([
  ['recorded', driftTable(sampleRecorded), 'Not seen by a run here', false],
  ['seen', driftTable({}, sampleVersionsRun), 'Seen by npm run versions on 2026-01-02 01:00 UTC.', false],
  ['both', driftTable(sampleRecorded, sampleVersionsRun), 'Cells that say so it did not see', true],
] as const)('a table that is %s says so', ([, table, words, mixed]) => {
  expect(originOf(table as LedgerVersions).en).toContain(words)
  expect(isMixed(table as LedgerVersions)).toBe(mixed)
})

test('a run that saw nothing has seen nothing of the table', () => {
  const empty = { ...sampleVersionsRun, surfaced: {} }
  expect(originOf(driftTable(sampleRecorded, empty) as LedgerVersions).en).toContain('Not seen by a run here')
})
