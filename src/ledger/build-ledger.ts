import { type CodeRow, codes, evidenceClasses } from '../codes/index.ts'
import { seenVias, surfacedForced } from './evidence.ts'
import type { Ledger, LedgerRow, LedgerRun, LedgerScenario, Problem } from './ledger.ts'
import { ledgerScenario } from './ledger-scenario.ts'
import { claimProblem, scenarioProblems } from './problems.ts'
import { groupRuns, type Ran, type Scenario, scenarioOutcomes, taggedCodes } from './ran.ts'
import { judge, verdicts } from './verdict.ts'

/** What the join needs besides the runs. */
export interface Facts {
  readonly run: LedgerRun
  /** Whether scenarios of a row exist that are not among these. */
  readonly othersExist: (code: number, ran: readonly Scenario[]) => boolean
  /** Documented rows; another set only in tests. */
  readonly rows?: readonly CodeRow[]
}

/**
 * Joins the documented rows with what really ran. Says nothing that neither the rows nor the runs say; equal runs give
 * equal ledgers, apart from keys named `measured`.
 */
export function buildLedger(runs: readonly Ran[], { run, othersExist, rows = codes }: Facts): Ledger {
  const scenarios = groupRuns(runs)
  const judged = rows.map((row) => judgeRow(row, scenarios, othersExist))
  const problems = [...judged.flatMap(({ problem }) => problem ?? []), ...scenarioProblems(scenarios)]
  const entries = scenarios.map(ledgerScenario)
  return {
    schema: 1,
    run: problems.length > 0 && run.status === 'passed' ? { ...run, status: 'failed' } : run,
    sdks: distinct(runs.map(({ record }) => record?.sdk)),
    browsers: distinct(runs.map(({ record }) => record?.browser)),
    counts: count(
      judged.map(({ row }) => row),
      entries,
    ),
    problems,
    rows: judged.map(({ row }) => row),
    scenarios: entries,
    versions: null,
  }
}

function judgeRow(
  row: CodeRow,
  all: readonly Scenario[],
  othersExist: Facts['othersExist'],
): { row: LedgerRow; problem?: Problem } {
  const scenarios = all.filter(({ tags }) => taggedCodes(tags).includes(row.code))
  const { verdict, contradiction } = judge(row, scenarios, othersExist(row.code, scenarios))
  const seen = distinct(scenarios.flatMap((scenario) => seenVias(row.code, scenario, 'any')))
  return {
    row: {
      code: row.code,
      name: row.name ?? null,
      title: row.title,
      section: row.section,
      evidence: row.evidence,
      verdict,
      forced: scenarios.some((scenario) => surfacedForced(row.code, scenario)),
      channels: { documented: row.channels, seen },
      reaction: row.reaction,
      drift: row.drift ?? null,
      scenarios: scenarios.map(({ id }) => id),
    },
    ...(contradiction && { problem: claimProblem(row, contradiction, seen, scenarios) }),
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
