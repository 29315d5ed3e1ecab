import type { Controls } from './controls.ts'
import type { Ledger } from './ledger.ts'

/** Writes into every scenario of a ledger what its control did; `not-run` where the controls did not meet it. */
export function joinControls(ledger: Ledger, controls: Controls | undefined): Ledger {
  const outcomes = new Map(controls?.scenarios.map(({ id, outcome }) => [id, outcome]))
  const scenarios = ledger.scenarios.map((scenario) => ({
    ...scenario,
    control: outcomes.get(scenario.id) ?? ('not-run' as const),
  }))
  return { ...ledger, scenarios }
}
