import type { Observation, Via } from '../observation.ts'
import { whyNothing } from '../watching.ts'
import type { Zego } from '../zego.ts'
import { documentation } from './documentation.ts'
import { faults } from './faults.ts'
import { forDevelopersOnly } from './for-developers-only.ts'
import { nearestMisses } from './nearest-misses.ts'
import { offset } from './offset.ts'
import { howLong, patience } from './patience.ts'
import { seen } from './seen.ts'
import { uncalled } from './uncalled.ts'

/** What was asked of a matcher, and what came of it. Times in ms. */
export interface Asked {
  /** The code that was to surface; or else the event that was to come, in words. */
  readonly code?: number
  readonly event?: string
  readonly via?: Via
  readonly since: number
  readonly timeout: number
  readonly waited: number
  /** Whether the test's own time was over before. */
  readonly isTestOver: boolean
  /** The observation that answers; none when it did not come. */
  readonly observation: Observation | undefined
}

/**
 * Why a matcher failed, as a person tells it: what was done, everything the SDK said after it, what came close, and what the
 * documentation says about the code.
 */
export function story(zego: Zego, asked: Asked): string {
  const { since, code, observation } = asked
  const origin = since > 0 ? since : (zego.timeline.all[0]?.at ?? 0)
  const sections = [
    [headline(zego, asked, origin)],
    observation ? [] : uncalled(zego, asked),
    observation ? [] : patience(zego, asked),
    observation ? [] : forDevelopersOnly(zego, asked, origin),
    faults(zego.faults, origin),
    why(zego, since),
    seen(zego, since, origin),
    observation ? [] : nearestMisses(zego, asked, origin),
    code === undefined ? [] : documentation(code),
  ]
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function headline(zego: Zego, asked: Asked, origin: number): string {
  const { code, event, via, timeout, waited, observation, isTestOver } = asked
  if (observation) {
    const { at, channel, name } = observation
    const came = code === undefined ? `${event} came` : `${code} surfaced`
    return `${came} via ${channel}:${name} at ${offset(at, origin)}, but was expected not to.`
  }
  const limit = isTestOver ? `${waited} ms, when the test was over` : `${timeout} ms`
  if (code === undefined) return `${event} did not come within ${limit}.`
  return `${code} did not surface${via ? ` via ${via}` : ''} within ${limit}.${howLong(zego, asked)}`
}

function why(zego: Zego, since: number): string[] {
  const nothing = whyNothing(zego, since)
  const problems = zego.engines.flatMap(({ number, problem }) =>
    problem ? [`Engine ${number}: ${problem}.`] : [],
  )
  return [...(nothing ? [nothing] : []), ...problems, ...zego.notes()]
}
