import type { Ledger } from '../ledger.ts'
import { countProofs } from '../proofs/count-proofs.ts'
import type { ControlOutcome, Controls } from './controls.ts'

/** From a row that is proven to one that is not. */
const order: readonly ControlOutcome[] = ['red', 'exempt', 'not-run', 'wrong-reason', 'green']

/**
 * Writes into every scenario of a ledger what its control did, `not-run` where the controls did not meet it; and into every
 * row the worst of the scenarios that bear it out.
 */
export function joinControls(ledger: Ledger, controls: Controls | undefined): Ledger {
  const outcomes = new Map(controls?.scenarios.map(({ id, outcome }) => [id, outcome]))
  const of = (id: string): ControlOutcome => outcomes.get(id) ?? 'not-run'
  const scenarios = ledger.scenarios.map((scenario) => ({ ...scenario, control: of(scenario.id) }))
  const rows = ledger.rows.map((row) => ({
    ...row,
    proofs: { ...row.proofs, control: worst(row.backing.map(of)) },
  }))
  return { ...ledger, counts: { ...ledger.counts, proofs: countProofs(rows) }, rows, scenarios }
}

function worst(outcomes: readonly ControlOutcome[]): ControlOutcome {
  return outcomes.toSorted((a, b) => order.indexOf(b) - order.indexOf(a))[0] ?? 'not-run'
}
