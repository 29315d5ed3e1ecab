import type { Observation, Via } from '../observation.ts'
import { whyNothing } from '../watching.ts'
import type { Zego } from '../zego.ts'
import { documentation } from './documentation.ts'
import { faults } from './faults.ts'
import { forDevelopersOnly } from './for-developers-only.ts'
import { nearestMisses } from './nearest-misses.ts'
import { offset } from './offset.ts'
import { seen } from './seen.ts'

/** What was asked of `toSurface`, and what came of it. Times in ms. */
export interface Asked {
  readonly code: number
  readonly via: Via | undefined
  readonly since: number
  readonly timeout: number
  /** The observation that answers; none when the code did not surface. */
  readonly observation: Observation | undefined
}

/**
 * Why a `toSurface` failed, as a person tells it: what was done, everything the SDK said after it, what came close, and
 * what the documentation says about the code.
 */
export function story(zego: Zego, asked: Asked): string {
  const { since } = asked
  const origin = since > 0 ? since : (zego.timeline.all[0]?.at ?? 0)
  const sections = [
    [headline(asked, origin)],
    asked.observation ? [] : forDevelopersOnly(zego, asked, origin),
    faults(zego.faults, origin),
    why(zego, since),
    seen(zego, since, origin),
    asked.observation ? [] : nearestMisses(zego, asked, origin),
    documentation(asked.code),
  ]
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')
}

function headline({ code, via, timeout, observation }: Asked, origin: number): string {
  if (observation) {
    const { at, channel, name } = observation
    return `${code} surfaced via ${channel}:${name} at ${offset(at, origin)}, though it was not to.`
  }
  return `${code} did not surface${via ? ` via ${via}` : ''} within ${timeout} ms.`
}

function why(zego: Zego, since: number): string[] {
  const nothing = whyNothing(zego, since)
  const problems = zego.engines.flatMap(({ number, problem }) =>
    problem ? [`Engine ${number}: ${problem}.`] : [],
  )
  return nothing ? [nothing, ...problems] : problems
}
