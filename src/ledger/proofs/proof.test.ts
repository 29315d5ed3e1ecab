import { expect, test } from 'vitest'
import type { Receipt } from '../../faults/kit/receipt.ts'
import type { Claim } from '../../observe/claim.ts'
import { groupRuns } from '../run/ran.ts'
import { sampleRan } from '../testing/sample-ledger.ts'
import { sampleRecord, seen } from '../testing/sample-run.ts'
import { absences, inEveryRun, sightings } from './proof.ts'

const code = 1006006
const other = 1106010
const [unplug] = sampleRecord(code).receipts as [Receipt]
const busy: Receipt = { fault: 'device.busy', means: 'patched', at: 990, evidence: {} }
const found = (of: number, at: number): Claim => {
  return { code: of, negated: false, passed: true, at, observation: { ...seen(of), at } }
}

test('the same code on a second channel is of the same situation', () => {
  const record = sampleRecord(code, {
    receipts: [busy, unplug],
    claims: [found(code, 1_020), found(code, 1_030)],
  })
  expect(sightings(code, record).map(({ situation }) => situation.receipts.length)).toEqual([2, 2])
})

test('another code that was claimed before ends its situation', () => {
  const record = sampleRecord(code, {
    receipts: [busy, unplug],
    claims: [found(other, 995), found(code, 1_020)],
  })
  expect(sightings(code, record).map(({ situation }) => situation.receipts)).toEqual([[unplug]])
})

test('what comes in the place of a code comes after the fault', () => {
  const away: Claim = { code, negated: true, passed: true, at: 1_050 }
  const claims = [
    found(other, 1_020),
    { ...found(1103041, 1_040), observation: { ...seen(1103041), at: 900 } },
  ]
  const [absence] = absences(code, sampleRecord(code, { claims: [...claims, away], surfaced: [] }))
  expect(absence?.instead).toMatchObject({ code: other })
})

test('nothing holds in a scenario that did not pass, or in one that ran without its faults', () => {
  const holds = (changes: Parameters<typeof sampleRan>[3]) => {
    const [scenario] = groupRuns([
      sampleRan('x', 'x', `@${code}`, { record: sampleRecord(code), ...changes }),
    ])
    return scenario ? inEveryRun(scenario, (record) => sightings(code, record)).length : undefined
  }
  expect(holds({})).toBe(1)
  expect(holds({ outcome: 'failed' })).toBe(0)
  expect(holds({ record: sampleRecord(code, { injection: 'off' }) })).toBe(0)
})
