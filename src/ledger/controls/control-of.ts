import { needs } from '../../codes/index.ts'
import type { Claim } from '../../observe/claim.ts'
import { noCodeTag, type Ran, type ScenarioOutcome, taggedCodes } from '../run/ran.ts'
import type { Control, ControlOutcome } from './controls.ts'

/**
 * Judges one run of a scenario whose faults were left out: a claim of its codes must have been missed, and none may have held
 * all the same. A timeout, a crash or an error before the first claim would hide whether the scenario needs its fault. A
 * scenario about no code must fail, too, at whatever it demands, unless it asks for no fault at all.
 */
export function controlOf(run: Ran): Control {
  const { id, outcome, durationMs } = run
  const missed = [...new Set(missedIn(run).map(({ code }) => code))].sort((a, b) => a - b)
  const measured = { durationMs }
  const judged = (outcome: ControlOutcome, why: string | null = null): Control => {
    return { id, outcome, why, missed, measured }
  }
  if (run.lacks) return judged('exempt', needs[run.lacks])
  const held = heldIn(run)
  const why = whyNotRed(run)
  if (!why && !held.length) return judged('red')
  if (!why) return judged('green', `Held without the fault: ${held.map(claimInWords).join(', ')}.`)
  if (outcome === 'passed' && isAboutNoCode(run) && run.record && !run.record.leftOut?.length)
    return judged('exempt', `Tagged ${noCodeTag}, and it asks for no fault.`)
  if (outcome === 'passed') return judged('green', 'Passed without its fault, so with it, it proves nothing.')
  if (outcome === 'not-run' || outcome === 'interrupted' || outcome === 'skipped')
    return judged('not-run', `Did not run to its end (${outcome}).`)
  return judged('wrong-reason', why)
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
    return "Ran with faultInjection 'on'; the controls need use: { faultInjection: 'off' }."
  const missed = missedIn(run).length > 0 || record.words?.some(({ passed }) => !passed)
  if (isAboutNoCode(run)) {
    if (outcome !== 'failed' && !(outcome === 'passed' && missed))
      return `${inWords[outcome]} instead of failing${because}`
    return record.leftOut?.length ? undefined : `Failed, though no fault was left out${because}`
  }
  if (outcome !== 'failed') return `${inWords[outcome]} instead of failing at toSurface${because}`
  if (!missed) return `Failed before any toSurface was missed${because}`
  return undefined
}

const missedIn = ({ record }: Ran): readonly Claim[] =>
  record?.injection === 'off' ? record.claims.filter(({ passed }) => !passed) : []

/** Claims of codes that came without their fault. 0 is no error: it comes with every call that ends well. */
function heldIn({ record }: Ran): readonly Held[] {
  if (record?.injection !== 'off') return []
  const reactions = (record.reactions ?? []).map((claim) => ({ ...claim, negated: false, reaction: true }))
  return [...record.claims, ...reactions].filter(
    ({ code, negated, passed }) => passed && !negated && code !== 0,
  )
}

const claimInWords = ({ code, via, reaction }: Held): string =>
  reaction ? `the reaction to ${code}` : via ? `${code} via ${via}` : String(code)

type Held = Claim & { readonly reaction?: boolean }

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
