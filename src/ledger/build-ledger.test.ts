import { expect, test } from 'vitest'
import { type CodeRow, type Evidence, lookup } from '../codes/index.ts'
import { buildLedger } from './build-ledger.ts'
import type { LedgerRun } from './ledger.ts'
import { proofsIn } from './proofs/recorded-proofs.ts'
import type { Ran } from './run/ran.ts'
import { sampleRecord } from './testing/sample-run.ts'

const unplugged = 1006006
const run = {
  status: 'passed',
  complete: true,
  whole: false,
  measured: { startedAt: '', durationMs: 1 },
} as const
const telemetry = { code: unplugged, via: 'telemetry:/sdk/x', at: 1_020, payload: {} } as const
const nothing = { surfaced: [], claims: [] }

test('a reproduced row is backed when its code surfaced on a public channel', () => {
  const ledger = build('reproduced', [ran()])
  expect(ledger.rows[0]).toMatchObject({
    code: unplugged,
    verdict: 'backed',
    forced: false,
    channels: { seen: ['event:deviceError'] },
    scenarios: ['a.spec.ts › unplugged'],
  })
  expect(ledger.run.status).toBe('passed')
  expect(ledger.problems).toEqual([])
})

test.for([
  ['reproduced', 'nothing surfaced', nothing, 'not-surfaced', 'nowhere'],
  [
    'reproduced',
    'only telemetry saw it',
    { surfaced: [telemetry], claims: [] },
    'not-surfaced',
    'which no app can see',
  ],
  ['reproduced', 'it was forced', { receipts: [forced()] }, 'not-surfaced', 'forced codes do not count'],
  ['surfaced-otherwise', 'nothing surfaced', nothing, 'not-surfaced', 'correct the evidence'],
  ['superseded', 'it surfaces', {}, 'surfaces-now', 'understates this SDK'],
  ['not-on-web', 'it surfaces', {}, 'surfaces-now', 'event:deviceError'],
  ['untested', 'a scenario passed', {}, 'still-untested', "'reproduced' or 'surfaced-otherwise'"],
] as const)('a row that says %s is contradicted when %s', ([evidence, , changes, kind, words]) => {
  const ledger = build(evidence, [ran(changes)])
  expect(ledger.rows[0]?.verdict).toBe('contradicted')
  expect(ledger.problems).toMatchObject([{ kind, code: unplugged, scenarios: ['a.spec.ts › unplugged'] }])
  expect(ledger.problems[0]?.message).toContain(words)
  expect(ledger.problems[0]?.message).toContain('src/codes/device.ts')
  expect(ledger.run.status).toBe('failed')
})

test('a forced code is a column of its own', () => {
  expect(build('superseded', [ran({ receipts: [forced()] })]).rows[0]).toMatchObject({
    forced: true,
    channels: { seen: [] },
  })
})

test('a claim that found the code counts, also for the success code, which is not collected', () => {
  const found = { at: 1_001, channel: 'api', name: 'loginRoom', codes: [0], payload: true } as const
  const claims = [{ code: 0, negated: false, passed: true, at: 1_002, observation: found }]
  const row = { ...lookup(0), evidence: 'reproduced' } as const
  const ledger = buildLedger([{ ...ran({ surfaced: [], claims }), tags: ['@0'] }], facts(row))
  expect(ledger.rows[0]).toMatchObject({ verdict: 'backed', channels: { seen: ['api:loginRoom'] } })
})

test('a row without a scenario in this run is not judged', () => {
  expect(build('reproduced', []).rows[0]?.verdict).toBe('not-run')
  expect(build('reproduced', []).problems).toEqual([])
})

test('a row is not judged by one scenario when another one may bear it out', () => {
  const row = { ...lookup(unplugged), evidence: 'reproduced' } as const
  const ledger = buildLedger([ran(nothing)], { ...facts(row), othersExist: () => true })
  expect(ledger.rows[0]?.verdict).toBe('unproven')
  expect(ledger.problems).toEqual([])
})

test.for(['failed', 'timedOut', 'interrupted', 'not-run', 'flaky', 'skipped'] as const)(
  'a scenario that ended %s proves nothing',
  (outcome) => {
    const ledger = build('reproduced', [{ ...ran(), outcome }])
    expect(ledger.rows[0]?.verdict).toBe('unproven')
    expect(ledger.counts.outcomes[outcome]).toBe(1)
  },
)

test('of repeated runs the worst one stands, and all must surface the code', () => {
  const failed = build('reproduced', [ran(), { ...ran(), repeat: 1, outcome: 'failed', error: 'boom' }])
  expect(failed.scenarios).toMatchObject([{ runs: 2, outcome: 'failed', measured: { error: 'boom' } }])
  const once = build('reproduced', [ran(), { ...ran(nothing), repeat: 1 }])
  expect(once.rows[0]?.verdict).toBe('contradicted')
})

test('times are relative to the fault', () => {
  expect(build('reproduced', [ran()]).scenarios[0]).toMatchObject({
    receipts: [{ fault: 'device.unplug', measured: { afterFirstMs: 0 } }],
    claims: [{ measured: { afterFaultMs: 30 } }],
    surfaced: [{ measured: { afterFaultMs: 20 } }],
  })
})

test('the order in which scenarios ended does not matter', () => {
  const one = ran()
  const two = { ...ran(), id: 'b.spec.ts › again', file: 'b.spec.ts' }
  expect(build('reproduced', [two, one])).toEqual(build('reproduced', [one, two]))
})

test('a run that was stopped stays stopped, whatever else is wrong', () => {
  const row = { ...lookup(unplugged), evidence: 'superseded' } as const
  const stopped = { ...facts(row), run: { ...run, status: 'interrupted', complete: false } as const }
  expect(buildLedger([ran()], stopped).run).toMatchObject({ status: 'interrupted', complete: false })
})

test('a scenario that ran without its faults has no place in the ledger', () => {
  const { problems } = build('superseded', [ran({ ...nothing, injection: 'off' })])
  expect(problems).toMatchObject([{ kind: 'injection-off' }])
})

test('a run is held against what is recorded when it is whole, complete and sound, and not before', () => {
  const row = { ...lookup(unplugged), evidence: 'reproduced' } as const
  const whole = { ...run, whole: true }
  const proven = buildLedger([ran()], { ...facts(row), run: whole })
  const recorded = { ...proofsIn(proven), files: { 'a.spec.ts': 2 } }
  const kinds = (changes: Partial<LedgerRun>, also: readonly Ran[] = []) =>
    buildLedger([ran(), ...also], { ...facts(row), recorded, run: { ...whole, ...changes } }).problems.map(
      ({ kind }) => kind,
    )
  expect(kinds({})).toEqual(['proofs-differ'])
  expect(kinds({ whole: false })).toEqual([])
  expect(kinds({ complete: false })).toEqual([])
  expect(kinds({ status: 'failed' })).toEqual([])
  expect(kinds({}, [{ ...ran(), id: 'b', tags: [] }])).toEqual(['untagged'])
})

test('one problem is enough to fail a run', () => {
  expect(build('superseded', [ran()])).toMatchObject({ problems: [{}], run: { status: 'failed' } })
})

test('only the scenarios that bear a row out prove it, and a code that was told and never came was not forced', () => {
  const row = { ...lookup(unplugged), evidence: 'reproduced' } as const
  const reactions = [{ code: unplugged, where: 'app', passed: true, at: 1_040 }] as const
  const silent = { ...ran({ ...nothing, reactions, receipts: [forced()] }), id: 'b.spec.ts › silent' }
  const ledger = buildLedger([ran(), silent], facts(row))
  expect(ledger.rows[0]).toMatchObject({
    backing: ['a.spec.ts › unplugged'],
    proofs: { reaction: null },
    forced: false,
  })
})

test('versions stand once, in order', () => {
  const others = ['3.12.0', '2.26.2', '3.12.0'].map((sdk, repeat) => ({ ...ran({ sdk }), repeat }))
  expect(build('reproduced', others).sdks).toEqual(['2.26.2', '3.12.0'])
})

test('what came along is in order of its number, each with the fault before it', () => {
  const second = { fault: 'device.plug', means: 'real', at: 1_100, evidence: {} } as const
  const surfaced = [
    { code: 1106010, via: 'event:deviceError', at: 1_150, payload: {} },
    { code: unplugged, via: 'event:deviceError', at: 1_020, payload: {} },
    { code: unplugged, via: 'api:createStream', at: 990, payload: {} },
  ] as const
  const { receipts } = sampleRecord(unplugged)
  const [scenario] = build('reproduced', [ran({ receipts: [...receipts, second], surfaced })]).scenarios
  expect(scenario?.surfaced.map(({ code, via, measured }) => [code, via, measured.afterFaultMs])).toEqual([
    [unplugged, 'api:createStream', null],
    [unplugged, 'event:deviceError', 20],
    [1106010, 'event:deviceError', 50],
  ])
  expect(scenario?.receipts.map(({ measured }) => measured.afterFirstMs)).toEqual([0, 100])
})

test('of repeated runs that ended alike the first one stands', () => {
  const runs = [1, 0].map((repeat) => ({ ...ran(), repeat, durationMs: 100 + repeat }))
  expect(build('reproduced', runs).scenarios[0]?.measured.durationMs).toBe(100)
})

function build(evidence: Evidence, runs: readonly Ran[]) {
  return buildLedger(runs, facts({ ...lookup(unplugged), evidence }))
}

function facts(row: CodeRow) {
  return { run, othersExist: () => false, rows: [row] }
}

function forced() {
  return { fault: 'signaling.force', means: 'wire', at: 1_000, evidence: { code: unplugged } } as const
}

function ran(changes: Parameters<typeof sampleRecord>[1] = {}): Ran {
  return {
    id: 'a.spec.ts › unplugged',
    file: 'a.spec.ts',
    line: 3,
    title: 'unplugged',
    project: null,
    tags: [`@${unplugged}`],
    repeat: 0,
    outcome: 'passed',
    startedAt: 800,
    durationMs: 900,
    error: null,
    record: sampleRecord(unplugged, changes),
  }
}
