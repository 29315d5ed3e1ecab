import { expect, test } from 'vitest'
import { type Evidence, lookup } from '../../codes/index.ts'
import { buildLedger } from '../build-ledger.ts'
import type { Ran } from '../run/ran.ts'
import type { RunRecord } from '../run/record.ts'
import { sampleRan } from '../testing/sample-ledger.ts'
import { sampleRecord } from '../testing/sample-run.ts'

const code = 1006006
const forced = { fault: 'signaling.force', means: 'wire', at: 1_000, evidence: { code } } as const
const measured = { startedAt: '', durationMs: 1 }

test('a row that is borne out, by scenarios whose tags are claimed, is fine', () => {
  expect(problems([ran({})])).toEqual([])
})

test('a scenario that only forces its code is refused, and what is missing is said', () => {
  const [problem] = problems([ran({ receipts: [forced] })], { others: true })
  expect(problem).toMatchObject({ kind: 'only-forced', code, scenarios: ['1'] })
  expect(problem?.message).toContain('Missing: a fault that makes the documented situation.')
  expect(problem?.message).toContain('@forced:1006006 instead of @1006006')
})

test('so is one that forces it beside real faults', () => {
  const [problem] = problems([ran({ receipts: [...sampleRecord(code).receipts, forced] })], { others: true })
  expect(problem?.message).toContain('hides what its other faults prove')
})

test('a test of the app alone is fine when it says so, and backs nothing', () => {
  const alone = { ...ran({ receipts: [forced] }), id: '2', tags: [`@forced:${code}`] }
  expect(problems([ran({}), alone])).toEqual([])
  const ledger = build([alone])
  expect(ledger.rows[0]).toMatchObject({ verdict: 'not-run', forced: true, scenarios: ['2'], backing: [] })
  const [problem] = problems([ran({}), { ...ran({}), id: '2', tags: [`@forced:${code}`] }])
  expect(problem?.message).toContain('does not force 1006006')
})

test('a tag that nothing is claimed of is refused', () => {
  const [problem] = problems([ran({ claims: [] })], { others: true })
  expect(problem).toMatchObject({ kind: 'claims-nothing', scenarios: ['1'] })
  expect(problem?.message).toContain('.not.toSurface(1006006)')
})

test('a claim that failed is none, and a preparation hides nothing', () => {
  const missed = { code, negated: false, passed: false, at: 1_030 } as const
  expect(problems([ran({ claims: [missed] })], { others: true })).toMatchObject([{ kind: 'claims-nothing' }])
  const prepared = { ...forced, fault: 'time.control', preparation: true, evidence: {} } as const
  const [problem] = problems([ran({ receipts: [prepared, forced] })], { others: true })
  expect(problem?.message).not.toContain('hides')
})

test('a row that is not borne out fails the run once all its scenarios ran', () => {
  const half = ran({})
  expect(problems([half], { evidence: 'surfaced-otherwise', others: true })).toEqual([])
  const [problem] = problems([half], { evidence: 'surfaced-otherwise' })
  expect(problem).toMatchObject({ kind: 'unproven', code })
  expect(problem?.message).toContain('Missing: the documented situation')
})

test('a row that lost its last scenario fails a whole run, and no other', () => {
  expect(problems([], { whole: true })).toMatchObject([{ kind: 'no-scenario', code }])
  expect(problems([])).toEqual([])
  expect(problems([], { whole: true, evidence: 'untested' })).toEqual([])
})

test('a row may say why it is not borne out, as long as that is so', () => {
  const unproven = 'Needs an iPhone.'
  expect(problems([], { whole: true, unproven })).toEqual([])
  expect(problems([ran({})], { evidence: 'surfaced-otherwise', unproven })).toEqual([])
  expect(problems([ran({})], { unproven })).toMatchObject([{ kind: 'proven-now', code }])
})

test('a scenario that failed is a failure of its own, not of its row', () => {
  expect(problems([{ ...ran({ claims: [] }), outcome: 'failed' }])).toEqual([])
})

test('of a project that does not answer for every row, none of this is demanded', () => {
  const facts = { run: run(true), othersExist: () => false, rows: [row('superseded')] }
  expect(buildLedger([{ ...ran({ claims: [], surfaced: [] }) }], facts).problems).toEqual([])
})

interface Changes {
  readonly evidence?: Evidence
  readonly unproven?: string
  readonly whole?: boolean
  readonly others?: boolean
}

function problems(runs: readonly Ran[], changes: Changes = {}) {
  return build(runs, changes).problems
}

function build(runs: readonly Ran[], { evidence, unproven, whole = false, others = false }: Changes = {}) {
  const rows = [{ ...row(evidence), ...(unproven && { unproven }) }]
  return buildLedger(runs, { run: run(whole), othersExist: () => others, demand: 'every', rows })
}

function row(evidence: Evidence = 'reproduced') {
  return { ...lookup(code), evidence }
}

function run(whole: boolean) {
  return { status: 'passed', complete: true, whole, measured } as const
}

function ran(changes: Partial<RunRecord>): Ran {
  return { ...sampleRan('x', 'x', `@${code}`, { record: sampleRecord(code, changes) }), id: '1' }
}
