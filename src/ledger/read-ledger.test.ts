import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readLedger } from './read-ledger.ts'
import { sampleLedger } from './testing/sample-ledger.ts'

const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a ledger is read, and one of another version is as good as none', () => {
  const file = join(folder, 'ledger.json')
  expect(readLedger(file)).toBeUndefined()
  writeFileSync(file, JSON.stringify(sampleLedger()))
  expect(readLedger(file)?.rows).toHaveLength(232)
  writeFileSync(file, JSON.stringify({ ...sampleLedger(), schema: 1 }))
  expect(readLedger(file)).toBeUndefined()
})

test('what a run that was killed has left of one is named, with what to do', () => {
  const file = join(folder, 'half.json')
  writeFileSync(file, '{ "schema": 2, ')
  expect(() => readLedger(file)).toThrow(
    /half\.json cannot be read: .*Delete it and run the scenarios again\./,
  )
  writeFileSync(file, 'null')
  expect(readLedger(file)).toBeUndefined()
})
