import type { Control } from './controls.ts'
import { noCodeTag, type Ran, type ScenarioOutcome, taggedCodes } from './ran.ts'

/**
 * Judges one run of a scenario whose faults were left out: it must have failed, and at `toSurface`. A timeout, a crash or
 * an error of another line would hide whether the scenario needs its fault. A scenario about no code may go red, too, but
 * need not.
 */
export function controlOf(run: Ran): Control {
  const { id, outcome } = run
  const why = whyNotByNothing(run)
  if (outcome === 'failed' && !why) return { id, outcome: 'red', why: null }
  if (run.tags.includes(noCodeTag) && taggedCodes(run.tags).length === 0)
    return {
      id,
      outcome: 'exempt',
      why: `Tagged ${noCodeTag}: it is about no code, so no fault need be missing.`,
    }
  if (outcome === 'passed')
    return { id, outcome: 'green', why: 'Passed without its fault, so with it, it proves nothing.' }
  if (outcome === 'not-run' || outcome === 'interrupted' || outcome === 'skipped')
    return { id, outcome: 'not-run', why: `Did not run to its end (${outcome}).` }
  return { id, outcome: 'wrong-reason', why: why ?? null }
}

/** One control per scenario: of several runs (`--repeat-each`), the one that is furthest from red. */
export function worstOfEach(controls: readonly Control[]): readonly Control[] {
  const order = ['exempt', 'red', 'not-run', 'wrong-reason', 'green']
  const worst = new Map<string, Control>()
  for (const control of controls) {
    const known = worst.get(control.id)
    if (!known || order.indexOf(known.outcome) < order.indexOf(control.outcome))
      worst.set(control.id, control)
  }
  return [...worst.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Why a failure is not the one that a missing fault must lead to; undefined when it is. */
function whyNotByNothing({ outcome, record, unreadable, error }: Ran): string | undefined {
  const because = error ? `: ${error.split('\n').join(' ')}` : ''
  if (unreadable) return unreadable
  if (!record) return `${inWords[outcome]} and left no record${because}`
  if (record.injection !== 'off')
    return "Ran with injection 'on'; the controls need use: { injection: 'off' }."
  if (outcome !== 'failed') return `${inWords[outcome]} instead of failing at toSurface${because}`
  if (record.claims.every((claim) => claim.passed)) return `Failed, but not at toSurface${because}`
  if (!error?.includes('toSurface')) return `Failed at something else before toSurface${because}`
  return undefined
}

const inWords: Record<ScenarioOutcome, string> = {
  failed: 'Failed',
  timedOut: 'Timed out',
  interrupted: 'Was interrupted',
  'not-run': 'Did not run',
  flaky: 'Was flaky',
  skipped: 'Was skipped',
  passed: 'Passed',
}
