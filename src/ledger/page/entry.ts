import { type CodeRow, lookup } from '../../codes/index.ts'
import type { Ledger, LedgerRow, LedgerScenario } from '../ledger.ts'
import { type ScenarioOutcome, scenarioOutcomes } from '../run/ran.ts'
import { type InBuilds, inBuilds } from './in-builds.ts'

/** One row as the page shows it: the ledger's, the documentation's, and its scenarios. */
export interface Entry {
  readonly ledger: LedgerRow
  readonly text: CodeRow
  readonly scenarios: readonly LedgerScenario[]
  /** Kinds of fault among its scenarios, such as `device`. */
  readonly kinds: readonly string[]
  readonly means: readonly string[]
  /** The worst of its scenarios; `contradicted` when its claim does not hold. */
  readonly outcome: ScenarioOutcome | 'contradicted'
  /** Where builds of the SDK surface it, in each situation of the versions run that is about it. */
  readonly inBuilds: readonly InBuilds[]
}

/** The rows of a ledger with all that belongs to them. */
export function entriesOf({ rows, scenarios, versions }: Ledger): readonly Entry[] {
  return rows.map((ledger) => {
    const own = scenarios.filter(({ id }) => ledger.scenarios.includes(id))
    const receipts = own.flatMap((scenario) => scenario.receipts)
    return {
      ledger,
      text: lookup(ledger.code),
      scenarios: own,
      kinds: distinct(receipts.map(({ fault }) => fault.split('.')[0] ?? fault)),
      means: distinct(receipts.map(({ means }) => means)),
      outcome: ledger.verdict === 'contradicted' ? 'contradicted' : worst(own),
      inBuilds: inBuilds(ledger.code, versions),
    }
  })
}

function worst(scenarios: readonly LedgerScenario[]): ScenarioOutcome {
  return scenarioOutcomes.find((name) => scenarios.some(({ outcome }) => outcome === name)) ?? 'not-run'
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted()
}
