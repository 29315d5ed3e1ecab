import { expect, test } from 'vitest'
import { type CodeRow, codes } from '../codes/index.ts'
import type { Claim } from '../observe/claim.ts'
import { buildLedger } from './build-ledger.ts'
import type { Ledger } from './ledger.ts'
import { proofsIn, type RecordedProofs } from './proofs/recorded-proofs.ts'
import type { Ran } from './run/ran.ts'
import type { RunRecord } from './run/record.ts'
import { sampleRan } from './testing/sample-ledger.ts'
import { sampleRecord, seen } from './testing/sample-run.ts'

/** Every documented row, with each half of its claim in a scenario of its own; every tenth row has one scenario more. */
const rows: readonly CodeRow[] = codes.map((row) => ({
  ...row,
  unproven: undefined,
  needs: undefined,
  evidence: row.evidence === 'untested' ? 'reproduced' : row.evidence,
}))
const instead = 1002099
const runs = rows.flatMap((row, index) => scenariosOf(row, index))
const whole = build(runs)

test('all of these rows are borne out, and the run has no problem', () => {
  expect(whole.rows.filter(({ verdict }) => verdict !== 'backed').map(({ code }) => code)).toEqual([])
  expect(whole.problems).toEqual([])
})

test('whichever scenario is taken away, its row is borne out no more unless another one does, and the run fails', () => {
  for (const { id } of runs) {
    const code = Number(id.split(' ')[0])
    const own = runs.filter((run) => run.id.startsWith(`${code} `))
    const rest = build(
      own.filter((run) => run.id !== id),
      rows.filter((row) => row.code === code),
      proofsIn({ rows: whole.rows.filter((row) => row.code === code), scenarios: [] }),
    )
    const isBorneOut = own.length > 1 && !needsBoth(code)
    expect(rest.rows[0]?.verdict === 'backed', `${code} without ${id}`).toBe(isBorneOut)
    expect(rest.problems.map(({ message }) => message).join('\n'), `without ${id}`).toContain(String(code))
  }
})

test('a scenario about no row that is taken away fails the run, and its file is named', () => {
  const record = sampleRecord(0, { receipts: [], surfaced: [], claims: [] })
  const joined = sampleRan('room/joined', 'everything works', '@no-code', { record })
  const recorded = proofsIn(build([...runs, joined]))
  expect(build([...runs, joined], rows, recorded).problems).toEqual([])
  expect(build(runs, rows, recorded).problems.map(({ message }) => message)).toEqual([
    expect.stringContaining(`${joined.file}: scenarios 1, now 0`),
  ])
})

test('forced answers alone bear out no row, however many there are', () => {
  const forced = runs.map((run) => ({ ...run, record: forcing(run) }))
  expect(build(forced).counts.verdicts.backed).toBe(0)
  const tagged = forced.map((run) => ({ ...run, tags: run.tags.map((tag) => tag.replace('@', '@forced:')) }))
  expect(build(tagged).counts.verdicts).toMatchObject({ backed: 0, unproven: 0, 'not-run': codes.length })
})

function build(these: readonly Ran[], of: readonly CodeRow[] = rows, recorded?: RecordedProofs): Ledger {
  const measured = { startedAt: '', durationMs: 1 }
  const run = { status: 'passed', complete: true, whole: true, measured } as const
  const facts = { run, rows: of, demand: 'every', othersExist: () => false } as const
  return buildLedger(these, { ...facts, ...(recorded && { recorded }) })
}

function scenariosOf(row: CodeRow, index: number): Ran[] {
  const { code, evidence } = row
  const found: Claim = { code, negated: false, passed: true, at: 1_030, observation: seen(code) }
  const other: Claim = { ...found, code: instead, observation: seen(instead) }
  const away: Claim = { code, negated: true, passed: true, at: 1_040 }
  const halves: readonly (readonly Claim[])[] = {
    reproduced: [[found]],
    'surfaced-otherwise': [[found], [other, away]],
    superseded: [[other, away]],
    'not-on-web': [[other, away]],
    untested: [],
  }[evidence]
  const more = index % 10 === 0 && halves.length === 1 ? halves : []
  return [...halves, ...more].map((claims, number) => {
    const record = sampleRecord(code, { claims, surfaced: [] })
    return { ...sampleRan(`s${code}`, String(number), `@${code}`, { record }), id: `${code} ${number}` }
  })
}

function needsBoth(code: number): boolean {
  return rows.find((row) => row.code === code)?.evidence === 'surfaced-otherwise'
}

function forcing({ record, tags }: Ran): RunRecord | undefined {
  const evidence = { code: Number(tags[0]?.slice(1)) }
  return record && { ...record, receipts: [{ fault: 'signaling.force', means: 'wire', at: 1_000, evidence }] }
}
