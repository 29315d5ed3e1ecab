import type { Ledger, LedgerScenario } from '../../src/ledger/ledger.ts'

/** A defect that is generated, and is turned on by its name while scenarios run. */
export interface Mutant {
  readonly name: string
  /** Ids of the scenarios that touch it, the cheapest first. */
  readonly scenarios: readonly string[]
  /** Whether it may be on together with others of its kind, because the assertion that notices it says so. */
  readonly shares: boolean
}

/** What mutants are generated from: the scenarios of a run of the whole suite. */
export type Passed = Pick<Ledger, 'scenarios'>

/** What is about the harness has pages and fixtures of its own, in which no mutant is turned on. */
const isOfHarness = (id: string) => id.startsWith('scenarios/harness/')

/** Passed scenarios of a ledger that satisfy the condition, the cheapest first. */
export function touching(
  { scenarios }: Passed,
  touches: (scenario: LedgerScenario) => boolean,
): readonly string[] {
  return scenarios
    .filter(({ id, outcome }) => outcome === 'passed' && !isOfHarness(id))
    .filter(touches)
    .sort((a, b) => a.measured.durationMs - b.measured.durationMs)
    .map(({ id }) => id)
}
