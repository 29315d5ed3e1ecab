import { join, relative } from 'node:path'
import { type CodeRow, evidenceClasses, reactions } from '../codes/index.ts'
import { recipesFor } from '../codes/recipes.ts'
import type { Ledger, LedgerRow, LedgerScenario } from '../ledger/ledger.ts'
import { readLedger } from '../ledger/read-ledger.ts'
import { type CodePlace, findCodePlaces } from '../ledger/scenario-sources.ts'

/** All that is known of one code, as `explain --json` gives it. */
export interface Explanation {
  readonly row: CodeRow
  /** What the row's reaction asks of an app. */
  readonly reaction: string
  /** What the row's evidence class means. */
  readonly evidence: string
  /** The codes that come in place of a superseded one. */
  readonly instead: readonly number[]
  /** The calls that make it, each as it stands in a test; of a superseded code, those that make its situation. */
  readonly recipes: readonly string[]
  /** Where its scenarios are, as far as sources show; file relative to the working folder. */
  readonly scenarios: readonly Omit<CodePlace, 'code'>[]
  /** What the last run saw; absent when no ledger is there or no scenario of the row was part of it. */
  readonly lastRun?: {
    readonly at: string
    readonly verdict: string
    readonly seen: readonly string[]
    readonly proofs: LedgerRow['proofs']
    readonly missing: readonly string[]
    readonly scenarios: readonly Pick<
      LedgerScenario,
      'id' | 'outcome' | 'receipts' | 'reaction' | 'control' | 'claims'
    >[]
  }
}

/**
 * Puts together what the rows, the sources of the scenarios and the last ledger say about a code.
 *
 * @param root folder whose `scenarios` and `ledger-report/ledger.json` are looked into, where they are
 */
export function explain(row: CodeRow, root: string): Explanation {
  const here = findCodePlaces(join(root, 'scenarios'), (code) => code === row.code).map((place) => ({
    ...place,
    file: relative(process.cwd(), place.file),
  }))
  const ledger = readLedger(join(root, 'ledger-report', 'ledger.json'))
  return {
    row,
    reaction: reactions[row.reaction],
    evidence: evidenceClasses[row.evidence],
    instead: row.instead ?? [],
    recipes: recipesFor(row.code),
    scenarios: here.map(({ code: _, ...place }) => place),
    ...lastRun(row, ledger),
  }
}

function lastRun({ code }: CodeRow, ledger: Ledger | undefined): Pick<Explanation, 'lastRun'> {
  const row = ledger?.rows.find((entry) => entry.code === code)
  if (!ledger || !row || row.verdict === 'not-run') return {}
  const scenarios = ledger.scenarios.filter(({ id }) => row.scenarios.includes(id))
  return {
    lastRun: {
      at: ledger.run.measured.startedAt,
      verdict: row.verdict,
      seen: row.channels.seen,
      proofs: row.proofs,
      missing: row.missing,
      scenarios: scenarios.map(({ id, outcome, receipts, reaction, control, claims }) => ({
        id,
        outcome,
        receipts,
        reaction:
          claims.find((claim) => claim.code === code && claim.passed && claim.shown)?.shown ?? reaction,
        control,
        claims: claims.filter((claim) => claim.code === code),
      })),
    },
  }
}
