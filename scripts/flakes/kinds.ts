import { readFileSync } from 'node:fs'
import type { Ledger, LedgerScenario } from '../../src/ledger/ledger.ts'

/** What became of all faults of one kind in a run. */
export interface KindRow {
  /** Such as `network`. */
  readonly kind: string
  /** Runs of scenarios with such a fault. */
  readonly runs: number
  /** Faults with a receipt. */
  readonly injected: number
  /** Scenarios of which a run did not pass. */
  readonly failed: readonly string[]
}

const kindOf = (fault: string) => fault.split('.')[0] ?? fault

/** Counts a run's faults by kind. A failure counts for every kind that its scenario injects. */
export function byKind(scenarios: readonly LedgerScenario[]): readonly KindRow[] {
  const rows = new Map<string, { runs: number; injected: number; failed: Set<string> }>()
  for (const { id, outcome, runs, receipts } of scenarios) {
    for (const kind of new Set(receipts.map(({ fault }) => kindOf(fault)))) {
      const row = rows.get(kind) ?? { runs: 0, injected: 0, failed: new Set() }
      row.runs += runs
      row.injected += runs * receipts.filter(({ fault }) => kindOf(fault) === kind).length
      if (outcome !== 'passed' && outcome !== 'skipped') row.failed.add(id)
      rows.set(kind, row)
    }
  }
  return [...rows]
    .map(([kind, { failed, ...counted }]) => ({ kind, ...counted, failed: [...failed] }))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1))
}

/** The ledger that a run has just written. */
export function scenariosIn(file: string): readonly LedgerScenario[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as Ledger).scenarios
}

/** A dated section for the page of all such runs. The causes are written by whoever found them. */
export function section(rows: readonly KindRow[], { date, how }: { date: string; how: string }): string {
  const lines = rows.map(
    ({ kind, runs, injected, failed }) =>
      `| \`${kind}\` | ${runs} | ${injected} | ${failed.length} | ${failed.join('; ') || '–'} |`,
  )
  return [
    `## ${date}`,
    '',
    how,
    '',
    '| kind | runs | faults | failed | which, and why |',
    '|-|-|-|-|-|',
    ...lines,
    '',
  ].join('\n')
}
