import type { Receipt } from '../faults/receipt.ts'
import type { Via } from '../observe/observation.ts'
import { viaOf } from '../observe/via.ts'
import type { Scenario } from './ran.ts'
import type { RunRecord } from './record.ts'

/**
 * Whether an app, or its developer at the console, can see what arrives there. Telemetry goes to ZEGO, warnings and
 * debug lines are no result, and an error of the page is seen on the call that threw it.
 */
export function isPublic(via: Via): boolean {
  return /^(api|event)(:|$)/.test(via) || via === 'console' || via === 'console:error'
}

/** Whether the cloud was told to answer with this very number, which says nothing about when the SDK gives it. */
export function wasForced(code: number, { receipts }: Pick<RunRecord, 'receipts'>): boolean {
  return receipts.some((receipt) => forcedCodes(receipt)?.includes(code) ?? false)
}

/**
 * The channels on which a code surfaced, unforced, in every run of a scenario.
 *
 * @param which `public` leaves out what no app can see
 */
export function seenVias(code: number, scenario: Scenario, which: 'public' | 'any'): readonly Via[] {
  const [first = [], ...others] = scenario.runs.map(({ record }) =>
    record && !wasForced(code, record) ? vias(code, record) : [],
  )
  return first
    .filter((via) => others.every((other) => other.includes(via)))
    .filter((via) => which === 'any' || isPublic(via))
    .toSorted()
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

function forcedCodes({ fault, evidence }: Receipt): readonly unknown[] | undefined {
  if (fault !== 'signaling.force') return undefined
  return Array.isArray(evidence.code) ? evidence.code : [evidence.code]
}
