import type { Via } from '../../observe/observation.ts'
import { viaOf } from '../../observe/via.ts'
import { wasForced } from '../proofs/situation.ts'
import type { Scenario } from '../run/ran.ts'
import type { RunRecord } from '../run/record.ts'

/** Whether an app, or its developer at the console, can see what arrives there: no telemetry, no warnings. */
const isPublic = (via: Via): boolean =>
  /^(api|event|pageerror)(:|$)/.test(via) || via === 'console' || via === 'console:error'

/** The channels on which a code surfaced, unforced, in every run of a scenario. @param which `public` leaves out what no app can see */
export function seenVias(code: number, scenario: Scenario, which: 'public' | 'any' = 'any'): readonly Via[] {
  const [first = [], ...others] = scenario.runs.map(({ record }) =>
    record && !wasForced(code, record) ? vias(code, record) : [],
  )
  return first
    .filter((via) => others.every((other) => other.includes(via)))
    .filter((via) => which === 'any' || isPublic(via))
    .toSorted()
}

/** Whether a code surfaced, unforced, in any run of a scenario, where an app or its developer can see it. */
export function surfacedPublicly(code: number, { runs }: Scenario): boolean {
  return runs.some(
    ({ record }) =>
      record?.injection === 'on' && !wasForced(code, record) && vias(code, record).some(isPublic),
  )
}

/** Whether a code that the cloud was told to give did surface. */
export function surfacedForced(code: number, scenario: Scenario): boolean {
  return scenario.runs.some(
    ({ record }) => record && wasForced(code, record) && vias(code, record).length > 0,
  )
}

/** Channels on which the fixtures saw the code after the fault, or on which a claim of the test found it. */
function vias(code: number, { surfaced, claims }: RunRecord): readonly Via[] {
  const claimed = claims
    .filter((claim) => claim.code === code && claim.passed && !claim.negated)
    .flatMap(({ observation }) => (observation ? [viaOf(observation)] : []))
  const seen = surfaced.filter((entry) => entry.code === code).map(({ via }) => via)
  return [...new Set([...seen, ...claimed])]
}
