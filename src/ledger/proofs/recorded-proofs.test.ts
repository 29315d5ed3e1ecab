import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { sampleLedger } from '../testing/sample-ledger.ts'
import { losses, proofsIn, proofsText, type RecordedProof, readRecordedProofs } from './recorded-proofs.ts'

const folder = mkdtempSync(join(tmpdir(), 'proofs-'))
afterAll(() => rmSync(folder, { recursive: true }))

const proofs = proofsIn(sampleLedger())
const [unplugged] = Object.values(proofs.rows)

test('what a ledger proves is written a row a line, and read back', () => {
  expect(Object.keys(proofs.rows)).toEqual(['1006006'])
  expect(Object.keys(proofs.files)).toEqual([
    'scenarios/device/device-unplugged.spec.ts',
    'scenarios/room/joined.spec.ts',
  ])
  expect(proofsText(proofs).split('\n')).toHaveLength(10)
  writeFileSync(join(folder, 'proofs.json'), proofsText(proofs))
  expect(readRecordedProofs(join(folder, 'proofs.json'))).toEqual(proofs)
  expect(readRecordedProofs(join(folder, 'none.json'))).toBeUndefined()
})

test('a file that holds something else is refused', () => {
  writeFileSync(join(folder, 'half.json'), '{ "rows": ')
  expect(() => readRecordedProofs(join(folder, 'half.json'))).toThrow(
    /half\.json cannot be read.*of a whole run/s,
  )
  writeFileSync(join(folder, 'wrong.json'), '{ "rows": { "1006006": { "scenarios": "2" } }, "files": {} }')
  expect(() => readRecordedProofs(join(folder, 'wrong.json'))).toThrow(/1006006.scenarios.*of a whole run/s)
})

test('what is less than recorded is told by row, what is more is not', () => {
  if (!unplugged) throw new Error('The sample ledger proves nothing.')
  const rows = { 1006006: { ...unplugged, scenarios: 2, reaction: 'app', control: 'red' } } as const
  const more = { ...proofs, rows }
  expect(losses(more, proofs, 'scenarios')).toEqual(['1006006: scenarios 2, now 1; reaction app, now none'])
  expect(losses(more, proofs, 'controls')).toEqual(['1006006: control red, now not-run'])
  expect(losses({ rows: {}, files: {} }, proofs, 'scenarios')).toEqual([])
  expect(losses(proofs, more, 'scenarios')).toEqual([])
  expect(losses(proofs, { ...proofs, rows: {} }, 'scenarios')).toEqual(['1006006: borne out before, not now'])
  expect(losses(proofs, proofs, 'scenarios')).toEqual([])
})

test('a scenario about no row that is gone is told by its file', () => {
  const files = { ...proofs.files, 'scenarios/room/joined.spec.ts': 2, 'scenarios/room/gone.spec.ts': 1 }
  expect(losses({ ...proofs, files }, proofs, 'scenarios')).toEqual([
    'scenarios/room/joined.spec.ts: scenarios 2, now 1',
    'scenarios/room/gone.spec.ts: scenarios 1, now 0',
  ])
  expect(losses({ ...proofs, files }, proofs, 'controls')).toEqual([])
  expect(losses({ ...proofs, files: {} }, proofs, 'scenarios')).toEqual([])
})

test('a patch where there was none, a clock, or another judge is less', () => {
  if (!unplugged) throw new Error('The sample ledger proves nothing.')
  const of = (changes: Partial<RecordedProof>) => ({
    rows: { 1006006: { ...unplugged, ...changes } },
    files: {},
  })
  const lost = (changes: Partial<RecordedProof>) => losses(of({}), of(changes), 'scenarios')
  expect(lost({ means: 'patched' })).toEqual(['1006006: means real, now patched'])
  expect(lost({ means: null })).toEqual(['1006006: means real, now none'])
  expect(lost({ clock: true })).toEqual(['1006006: clock false, now true'])
  expect(losses(of({ clock: true }), of({}), 'scenarios')).toEqual([])
  expect(lost({ situation: ['number'] })).toEqual(['1006006: situation device, now number'])
  expect(lost({ situation: ['device', 'number'] })).toEqual([])
  expect(lost({ situation: [] })).toEqual(['1006006: situation device, now none'])
  expect(lost({ channel: false })).toEqual(['1006006: channel true, now false'])
})

test('what needs the vendor’s player is not recorded: not every run has it', () => {
  const { rows, scenarios } = sampleLedger()
  const needy = rows.map((row) => ({ ...row, needs: row.code === 1006006 ? ('player' as const) : null }))
  expect(proofsIn({ rows: needy, scenarios })).toEqual({
    rows: {},
    files: { 'scenarios/room/joined.spec.ts': 1 },
  })
})
