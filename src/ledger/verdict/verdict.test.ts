import { expect, test } from 'vitest'
import { type Evidence, lookup } from '../../codes/index.ts'
import type { Receipt } from '../../faults/kit/receipt.ts'
import type { Claim } from '../../observe/claim.ts'
import { groupRuns, type Ran } from '../run/ran.ts'
import type { RunRecord } from '../run/record.ts'
import { sampleRan } from '../testing/sample-ledger.ts'
import { sampleRecord, seen } from '../testing/sample-run.ts'
import { judge } from './verdict.ts'

const code = 1006006
const other = 1106010
const at = 1_030
const found: Claim = { code, negated: false, passed: true, at, observation: seen(code) }
const away: Claim = { code, negated: true, passed: true, at }
const instead: Claim = { ...found, code: other, observation: seen(other) }
const silent: Partial<RunRecord> = { surfaced: [] }
const forced = { fault: 'signaling.force', means: 'wire', at: 1_000, evidence: { code } } as const
const [unplug] = sampleRecord(code).receipts as [Receipt]
const told = {
  fault: 'signaling.answer',
  means: 'wire',
  at: 1_000,
  evidence: { reply: `code ${code}` },
} as const
const clock = { fault: 'time.control', means: 'patched', at: 900, evidence: {}, preparation: true } as const
const onConsole = { ...seen(code), channel: 'console', name: 'error' } as const

test.for<[Evidence, string, Partial<RunRecord>]>([
  ['reproduced', 'its code was claimed on a public channel', { claims: [found] }],
  ['surfaced-otherwise', 'both situations were claimed', { claims: [found, { ...away, via: 'api' }] }],
  [
    'surfaced-otherwise',
    'its code was claimed at the console, and away from where it is documented',
    {
      claims: [
        { ...found, via: 'console', observation: onConsole },
        { ...away, via: 'event' },
      ],
    },
  ],
  ['superseded', 'something else came, and the code stayed away', { ...silent, claims: [instead, away] }],
  ['superseded', 'success came instead', { ...silent, claims: [{ ...instead, code: 0 }, away] }],
  ['not-on-web', 'something else came, and the code stayed away', { ...silent, claims: [instead, away] }],
])('a row that says %s is backed when %s', ([evidence, , changes]) => {
  expect(verdict(evidence, changes)).toEqual({ verdict: 'backed', missing: [], backing: ['1'] })
})

test.for<[Evidence, string, Partial<RunRecord>, string]>([
  ['reproduced', 'nobody claimed the code that surfaced', { claims: [] }, 'toSurface(1006006'],
  [
    'reproduced',
    'the claim is of the console',
    { claims: [{ ...found, observation: onConsole }] },
    'an error of the page',
  ],
  ['reproduced', 'nothing made a situation', { receipts: [], claims: [found] }, 'made by a fault'],
  ['reproduced', 'there was only a preparation', { receipts: [clock], claims: [found] }, 'made by a fault'],
  [
    'reproduced',
    'the code came before the fault',
    { claims: [{ ...found, observation: { ...seen(code), at: 999 } }] },
    'made by a fault',
  ],
  [
    'surfaced-otherwise',
    'the documented situation is missing',
    { claims: [found] },
    'the documented situation',
  ],
  [
    'superseded',
    'nobody claimed that the code stays away',
    { ...silent, claims: [instead] },
    '.not.toSurface(1006006)',
  ],
  ['superseded', 'nobody claimed what comes instead', { ...silent, claims: [away] }, 'what comes instead'],
  [
    'superseded',
    'what comes instead was forced',
    { ...silent, receipts: [{ ...forced, evidence: { code: other } }], claims: [instead, away] },
    'no forced code',
  ],
  ['superseded', 'it was forced', { receipts: [forced], claims: [found] }, 'no forced code'],
  [
    'superseded',
    'nothing was done at all',
    { ...silent, receipts: [], claims: [] },
    'the documented situation',
  ],
  ['not-on-web', 'it was forced', { receipts: [forced], claims: [found, instead] }, 'no forced code'],
])('a row that says %s is unproven when %s', ([evidence, , changes, words]) => {
  const judged = verdict(evidence, changes)
  expect(judged.verdict).toBe('unproven')
  expect(judged.missing.join('; ')).toContain(words)
})

test('a code that the cloud was told to answer with is forced, whatever the fault is called', () => {
  expect(verdict('reproduced', { receipts: [told], claims: [found] }).contradiction).toBe('not-surfaced')
})

test.for<[Evidence, string, Partial<RunRecord>]>([
  ['reproduced', 'it was forced beside a real fault', { receipts: [unplug, forced], claims: [found] }],
  ['reproduced', 'nothing was done, in a control', { injection: 'off', claims: [found] }],
  [
    'superseded',
    'it was told, so that it stays away',
    { ...silent, receipts: [unplug, forced], claims: [instead, away] },
  ],
  [
    'superseded',
    'what comes instead was forced beside a real fault',
    { ...silent, receipts: [unplug, { ...forced, evidence: { code: other } }], claims: [instead, away] },
  ],
  ['superseded', 'it did not stay away', { ...silent, claims: [instead, { ...away, passed: false }] }],
  [
    'superseded',
    'what was to come instead did not',
    { ...silent, claims: [{ ...instead, passed: false }, away] },
  ],
  [
    'superseded',
    'the words that were to come instead did not',
    { ...silent, words: [{ words: 'no', passed: false, at }], claims: [away] },
  ],
  [
    'surfaced-otherwise',
    'it stays away from nowhere, for it came',
    { claims: [{ ...found, via: 'event:deviceError' }, away] },
  ],
])('a row that says %s is not backed when %s', ([evidence, , changes]) => {
  expect(verdict(evidence, changes).verdict).not.toBe('backed')
})

test('what only ran without its faults, or warns a developer, contradicts no row', () => {
  const gone = ran('1', { ...silent, claims: [instead, away] })
  expect(judged('superseded', [gone, ran('2', { injection: 'off' })]).verdict).toBe('backed')
  const at = (via: 'console:warning' | 'console:error') =>
    ran('2', { surfaced: [{ code, via, at: 1_020, payload: {} }], claims: [] })
  expect(judged('superseded', [gone, at('console:warning')]).verdict).toBe('backed')
  expect(judged('superseded', [gone, at('console:error')]).contradiction).toBe('surfaces-now')
})

test('a forced code does not hide a genuine sighting elsewhere', () => {
  const forcing = ran('1', { receipts: [forced] })
  expect(judged('reproduced', [forcing, ran('2', { claims: [found] })])).toMatchObject({
    verdict: 'backed',
    backing: ['2'],
  })
  expect(judged('superseded', [forcing, ran('2', { claims: [found] })]).contradiction).toBe('surfaces-now')
})

test('a code that no situation gives contradicts its row wherever it surfaces', () => {
  const own = groupRuns([ran('1', { ...silent, claims: [instead, away] })])
  const elsewhere = groupRuns([ran('2', {})])
  const row = { ...lookup(code), evidence: 'superseded' } as const
  const met = { own, all: [...own, ...elsewhere], othersExist: false }
  expect(judge(row, met).contradiction).toBe('surfaces-now')
})

test('each half may be of another scenario', () => {
  const halves = [ran('1', { claims: [found] }), ran('2', { ...silent, claims: [instead, away] })]
  expect(judged('surfaced-otherwise', halves)).toEqual({
    verdict: 'backed',
    missing: [],
    backing: ['1', '2'],
  })
})

test('every run of a scenario must bear it out', () => {
  const again = { ...ran('1', { claims: [] }), repeat: 1 }
  expect(judged('reproduced', [ran('1', { claims: [found] }), again]).verdict).toBe('unproven')
})

test('the cloud’s own refusal makes a situation, too', () => {
  const refused = [{ name: 'LoginRoomRsp', code: 1105, by: 'state', at: 1_010 }] as const
  expect(verdict('reproduced', { receipts: [], refused, claims: [found] }).verdict).toBe('backed')
})

test('a scenario that did not pass is named', () => {
  const judgement = judged('reproduced', [{ ...ran('1', { claims: [found] }), outcome: 'skipped' }])
  expect(judgement).toMatchObject({ verdict: 'unproven', missing: ['1 to pass (skipped)'], backing: [] })
})

test('a row whose scenarios were all skipped for want of the player needs it, and any other skip proves nothing', () => {
  const row = { ...lookup(code), evidence: 'reproduced', needs: 'player' } as const
  const judgedWith = (...runs: readonly Ran[]) => {
    const own = groupRuns(runs)
    return judge(row, { own, all: own, othersExist: false })
  }
  const lacking = (id: string): Ran => ({ ...ran(id, {}), outcome: 'skipped', lacks: 'player' })
  const skipped: Ran = { ...ran('2', {}), outcome: 'skipped' }
  expect(judgedWith(lacking('1'), lacking('2'))).toEqual({
    verdict: 'needs-player',
    missing: [],
    backing: [],
  })
  expect(judgedWith(lacking('1'), skipped).verdict).toBe('unproven')
  expect(judged('reproduced', [lacking('1')]).verdict).toBe('unproven')
  expect(judgedWith(ran('1', { claims: [found] })).verdict).toBe('backed')
})

function verdict(evidence: Evidence, changes: Partial<RunRecord>) {
  return judged(evidence, [ran('1', changes)])
}

function judged(evidence: Evidence, runs: readonly Ran[]) {
  const own = groupRuns(runs)
  return judge({ ...lookup(code), evidence }, { own, all: own, othersExist: false })
}

function ran(id: string, changes: Partial<RunRecord>): Ran {
  return { ...sampleRan('x', id, `@${code}`, { record: sampleRecord(code, changes) }), id }
}
