import type { Receipt } from '../faults/receipt.ts'
import type { Via } from '../observe/observation.ts'
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
    record && !wasForced(code, record)
      ? record.surfaced.filter((seen) => seen.code === code).map((seen) => seen.via)
      : [],
  )
  return first
    .filter((via) => others.every((vias) => vias.includes(via)))
    .filter((via) => which === 'any' || isPublic(via))
    .toSorted()
}

/** Whether a code that the cloud was told to give did surface. */
export function surfacedForced(code: number, scenario: Scenario): boolean {
  return scenario.runs.some(
    ({ record }) => record && wasForced(code, record) && record.surfaced.some((seen) => seen.code === code),
  )
}

function forcedCodes({ fault, evidence }: Receipt): readonly unknown[] | undefined {
  if (fault !== 'signaling.force') return undefined
  return Array.isArray(evidence.code) ? evidence.code : [evidence.code]
}
