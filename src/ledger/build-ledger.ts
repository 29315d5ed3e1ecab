import { type CodeRow, codes, evidenceClasses } from '../codes/index.ts'
import type { Ledger, LedgerRow, LedgerRun, LedgerScenario, Problem } from './ledger.ts'
import { ledgerScenario } from './ledger-scenario.ts'
import { countProofs } from './proofs/count-proofs.ts'
import { proofsOf } from './proofs/proofs.ts'
import type { RecordedProofs } from './proofs/recorded-proofs.ts'
import { forcedTags, groupRuns, type Ran, type Scenario, scenarioOutcomes, taggedCodes } from './run/ran.ts'
import { demandProblems } from './verdict/demands.ts'
import { seenVias, surfacedForced } from './verdict/evidence.ts'
import { claimProblem, proofProblems, scenarioProblems } from './verdict/problems.ts'
import { judge, verdicts } from './verdict/verdict.ts'

/** What the join needs besides the runs. */
export interface Facts {
  readonly run: LedgerRun
  /** Whether scenarios of a row exist that are not among these. */
  readonly othersExist: (code: number, ran: readonly Scenario[]) => boolean
  /**
   * Whether every documented row must be borne out, or say why it is not, and every tag be claimed; or only what the tests
   * are tagged with must not be contradicted. Default: `tagged`.
   */
  readonly demand?: 'every' | 'tagged'
  /** What a run of all scenarios is known to prove; held against this one when it is one. */
  readonly recorded?: RecordedProofs
  /** Documented rows; another set only in tests. */
  readonly rows?: readonly CodeRow[]
}

/**
 * Joins the documented rows with what really ran. Says nothing that neither the rows nor the runs say; equal runs give
 * equal ledgers, apart from keys named `measured`.
 */
export function buildLedger(runs: readonly Ran[], facts: Facts): Ledger {
  const { run, rows = codes, demand = 'tagged', recorded } = facts
  const scenarios = groupRuns(runs)
  const judged = rows.map((row) => judgeRow(row, scenarios, facts))
  const ledgerRows = judged.map(({ row }) => row)
  const found = [
    ...judged.flatMap(({ problem }) => problem ?? []),
    ...(demand === 'every' ? demandProblems(judged, scenarios, run) : []),
    ...scenarioProblems(scenarios),
  ]
  // Whatever else is wrong with a run would show as a proof that is gone, too.
  const isSound = run.whole && run.complete && run.status === 'passed' && found.length === 0
  const entries = scenarios.map(ledgerScenario)
  const proven = { rows: ledgerRows, scenarios: entries }
  const problems = recorded && isSound ? proofProblems(recorded, proven, 'scenarios') : found
  return {
    schema: 2,
    run: problems.length > 0 && run.status === 'passed' ? { ...run, status: 'failed' } : run,
    sdks: distinct(runs.map(({ record }) => record?.sdk)),
    browsers: distinct(runs.map(({ record }) => record?.browser)),
    counts: count(ledgerRows, entries),
    problems,
    rows: ledgerRows,
    scenarios: entries,
    versions: null,
  }
}

/** A row with what this run says of it. */
export interface JudgedRow {
  readonly row: LedgerRow
  /** Whether the row has scenarios that were not part of this run. */
  readonly othersExist: boolean
  readonly problem?: Problem
}

function judgeRow(row: CodeRow, all: readonly Scenario[], { othersExist: unseen }: Facts): JudgedRow {
  const own = all.filter(({ tags }) => taggedCodes(tags).includes(row.code))
  const forcing = all.filter(({ tags }) => forcedTags(tags).includes(row.code))
  const othersExist = unseen(row.code, own)
  const { verdict, contradiction, missing, backing } = judge(row, { own, all, othersExist })
  const seen = distinct(own.flatMap((scenario) => seenVias(row.code, scenario)))
  return {
    row: {
      code: row.code,
      name: row.name ?? null,
      title: row.title,
      section: row.section,
      evidence: row.evidence,
      verdict,
      missing,
      unproven: row.unproven ?? null,
      needs: row.needs ?? null,
      proofs: proofsOf(
        row,
        own.filter(({ id }) => backing.includes(id)),
      ),
      forced: [...own, ...forcing].some((scenario) => surfacedForced(row.code, scenario)),
      channels: { documented: row.channels, seen },
      reaction: row.reaction,
      drift: row.drift ?? null,
      scenarios: all
        .filter((scenario) => own.includes(scenario) || forcing.includes(scenario))
        .map(({ id }) => id),
      backing,
    },
    othersExist,
    ...(contradiction && { problem: claimProblem(row, contradiction, seen, own) }),
  }
}

function count(rows: readonly LedgerRow[], scenarios: readonly LedgerScenario[]): Ledger['counts'] {
  return {
    rows: rows.length,
    evidence: tally(
      keys(evidenceClasses),
      rows.map((row) => row.evidence),
    ),
    verdicts: tally(
      keys(verdicts),
      rows.map((row) => row.verdict),
    ),
    outcomes: tally(
      scenarioOutcomes,
      scenarios.map((scenario) => scenario.outcome),
    ),
    proofs: countProofs(rows),
  }
}

function tally<Key extends string>(names: readonly Key[], found: readonly Key[]): Record<Key, number> {
  const entries = names.map((name) => [name, found.filter((entry) => entry === name).length])
  return Object.fromEntries(entries)
}

function keys<Key extends string>(record: Readonly<Record<Key, string>>): readonly Key[] {
  return Object.keys(record) as Key[]
}

function distinct<Text extends string>(texts: readonly (Text | null | undefined)[]): readonly Text[] {
  return [...new Set(texts.filter((text) => typeof text === 'string'))].toSorted()
}
