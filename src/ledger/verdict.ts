import type { CodeRow } from '../codes/index.ts'
import { seenVias } from './evidence.ts'
import type { Scenario } from './ran.ts'

/** What a run says about the claim of a row. */
export const verdicts = {
  backed: 'What ran is what the row claims.',
  contradicted: 'What ran is not what the row claims.',
  unproven: 'Scenarios of the row were selected, but not all of them passed, or others are needed to decide.',
  'not-run': 'No scenario of the row was part of this run.',
} as const

export type Verdict = keyof typeof verdicts

/** How the claim of a row was contradicted. */
export type Contradiction = 'not-surfaced' | 'surfaces-now' | 'still-untested'

/**
 * Holds the claim of a row against its scenarios of this run.
 *
 * @param othersExist whether the row has scenarios that were not part of this run: these may be the ones that surface it
 */
export function judge(
  row: CodeRow,
  scenarios: readonly Scenario[],
  othersExist: boolean,
): { readonly verdict: Verdict; readonly contradiction?: Contradiction } {
  if (scenarios.length === 0) return { verdict: 'not-run' }
  if (scenarios.some((scenario) => scenario.outcome !== 'passed')) return { verdict: 'unproven' }
  const publicly = scenarios.some((scenario) => seenVias(row.code, scenario, 'public').length > 0)
  switch (row.evidence) {
    case 'untested':
      return { verdict: 'contradicted', contradiction: 'still-untested' }
    case 'superseded':
    case 'not-on-web':
      if (publicly) return { verdict: 'contradicted', contradiction: 'surfaces-now' }
      return { verdict: 'backed' }
    case 'reproduced':
      if (publicly) return { verdict: 'backed' }
      break
    case 'surfaced-otherwise':
      if (scenarios.some((scenario) => seenVias(row.code, scenario, 'any').length > 0))
        return { verdict: 'backed' }
      break
  }
  return othersExist ? { verdict: 'unproven' } : { verdict: 'contradicted', contradiction: 'not-surfaced' }
}
