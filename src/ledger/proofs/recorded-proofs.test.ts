import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { sampleLedger } from '../testing/sample-ledger.ts'
import { losses, proofsIn, proofsText, readRecordedProofs } from './recorded-proofs.ts'

const folder = mkdtempSync(join(tmpdir(), 'proofs-'))
afterAll(() => rmSync(folder, { recursive: true }))

const proofs = proofsIn(sampleLedger())
const [unplugged] = Object.values(proofs)

test('what a ledger proves is written a row a line, and read back', () => {
  expect(Object.keys(proofs)).toEqual(['1006006'])
  expect(proofsText(proofs).split('\n')).toHaveLength(4)
  writeFileSync(join(folder, 'proofs.json'), proofsText(proofs))
  expect(readRecordedProofs(join(folder, 'proofs.json'))).toEqual(proofs)
  expect(readRecordedProofs(join(folder, 'none.json'))).toBeUndefined()
})

test('a file that holds something else is refused', () => {
  writeFileSync(join(folder, 'wrong.json'), '{ "1006006": { "scenarios": "2" } }')
  expect(() => readRecordedProofs(join(folder, 'wrong.json'))).toThrow(/1006006.scenarios.*of a whole run/s)
})

test('what is less than recorded is told by row, what is more is not', () => {
  if (!unplugged) throw new Error('The sample ledger proves nothing.')
  const less = { 1006006: { ...unplugged, scenarios: 2, reaction: 'app', control: 'red' } } as const
  expect(losses(less, proofs, 'scenarios')).toEqual(['1006006: scenarios 2, now 1; reaction app, now none'])
  expect(losses(less, proofs, 'controls')).toEqual(['1006006: control red, now not-run'])
  expect(losses({}, proofs, 'scenarios')).toEqual([])
  expect(losses(proofs, less, 'scenarios')).toEqual([])
  expect(losses(proofs, {}, 'scenarios')).toEqual(['1006006: borne out before, not now'])
  expect(losses(proofs, proofs, 'scenarios')).toEqual([])
})
