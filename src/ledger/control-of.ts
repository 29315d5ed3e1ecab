import type { Control } from './controls.ts'
import { noCodeTag, type Ran, type ScenarioOutcome, taggedCodes } from './ran.ts'

/**
 * Judges one run of a scenario whose faults were left out: it must have failed, and at `toSurface`. A timeout, a crash or
 * an error of another line would hide whether the scenario needs its fault. A scenario about no code must fail, too, at
 * whatever it demands, unless it asks for no fault at all.
 */
export function controlOf(run: Ran): Control {
  const { id, outcome, record } = run
  const why = whyNotRed(run)
  if (outcome === 'failed' && !why) return { id, outcome: 'red', why: null }
  if (outcome === 'passed' && isAboutNoCode(run) && record && !record.leftOut?.length)
    return { id, outcome: 'exempt', why: `Tagged ${noCodeTag}, and it asks for no fault.` }
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

/** Why a run is not the failure that a missing fault must lead to; undefined when it is. */
function whyNotRed(run: Ran): string | undefined {
  const { outcome, record, unreadable, error } = run
  const because = error ? `: ${error.split('\n').join(' ')}` : ''
  if (unreadable) return unreadable
  if (!record) return `${inWords[outcome]} and left no record${because}`
  if (record.injection !== 'off')
    return "Ran with injection 'on'; the controls need use: { injection: 'off' }."
  if (isAboutNoCode(run)) {
    if (outcome !== 'failed') return `${inWords[outcome]} instead of failing${because}`
    return record.leftOut?.length ? undefined : `Failed, though no fault was left out${because}`
  }
  if (outcome !== 'failed') return `${inWords[outcome]} instead of failing at toSurface${because}`
  if (record.claims.every((claim) => claim.passed)) return `Failed, but not at toSurface${because}`
  if (!error?.includes('toSurface')) return `Failed at something else before toSurface${because}`
  return undefined
}

const isAboutNoCode = ({ tags }: Ran): boolean => tags.includes(noCodeTag) && taggedCodes(tags).length === 0

const inWords: Record<ScenarioOutcome, string> = {
  failed: 'Failed',
  timedOut: 'Timed out',
  interrupted: 'Was interrupted',
  'not-run': 'Did not run',
  flaky: 'Was flaky',
  skipped: 'Was skipped',
  passed: 'Passed',
}
