import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { situationWords } from '../page/situation-words.ts'
import { sampleRecorded, sampleVersionsRun } from '../testing/sample-versions.ts'
import { driftTable } from './drift-table.ts'
import { readRecordedVersions, readVersionsRun, recordedVersionsFile } from './versions.ts'

const folder = mkdtempSync(join(tmpdir(), 'versions-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a run is read back as it was left, and may never have been', () => {
  expect(readVersionsRun(file(sampleVersionsRun))).toEqual(sampleVersionsRun)
  expect(readVersionsRun(join(folder, 'absent.json'))).toBeUndefined()
})

test.for([
  ['of another schema', { ...sampleVersionsRun, schema: 2 }, 'schema should match'],
  ['without times', { ...sampleVersionsRun, measured: {} }, 'measured.startedAt should be of type string'],
  [
    'with a channel that no app can see',
    { ...sampleVersionsRun, surfaced: { kicked: { '3.5.0': ['1002055 telemetry'] } } },
    'surfaced.kicked.3.5.0[0] should match',
  ],
])('a run %s is refused with the place and the next step', ([, content, words]) => {
  expect(() => readVersionsRun(file(content))).toThrow(words as string)
  expect(() => readVersionsRun(file(content))).toThrow('Delete it and run npm run versions again.')
})

test('a record is read, and a file of another kind under its name is none', () => {
  expect(readRecordedVersions(file(sampleRecorded))).toEqual(sampleRecorded)
  expect(readRecordedVersions(join(folder, 'absent.json'))).toBeUndefined()
  for (const foreign of [[], ['3.5.0'], { version: '1.0.0' }, null])
    expect(readRecordedVersions(file(foreign))).toBeUndefined()
  writeFileSync(join(folder, 'text.json'), 'not JSON')
  expect(readRecordedVersions(join(folder, 'text.json'))).toBeUndefined()
})

test('the record of this repository has every situation in every build, with Chinese titles', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url))
  const table = driftTable(readRecordedVersions(join(root, recordedVersionsFile)))
  expect(table?.builds).toEqual(['2.26.2', '3.0.0', '3.2.0', '3.5.0', '3.10.0', '3.11.0', '3.12.0'])
  expect(table?.situations.map(({ cells }) => cells.length)).toEqual(Array(9).fill(7))
  for (const { title } of table?.situations ?? []) expect(situationWords(title).zh).toMatch(/\p{Script=Han}/u)
})

function file(content: unknown): string {
  const path = join(folder, 'file.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}
