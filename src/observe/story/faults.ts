import type { Receipt } from '../../faults/kit/receipt.ts'
import { offset } from './offset.ts'
import { shortJson } from './short-json.ts'

/** The faults and what proves them, one a line. */
export function faults(receipts: readonly Receipt[], origin: number): string[] {
  if (receipts.length === 0) return ['No fault was injected: everything since the page was opened counts.']
  return [
    receipts.length === 1 ? 'The fault:' : 'The faults:',
    ...receipts.flatMap((receipt) => [
      `  ${offset(receipt.at, origin)}  ${receipt.fault}  ${proof(receipt)}`,
      ...unused(receipt),
      ...unmet(receipt),
    ]),
  ]
}

/** A device may go that nobody uses; the SDK then has little to say. */
function unused({ fault, evidence: { ended } }: Receipt): string[] {
  const isUnused = fault.startsWith('device.') && Array.isArray(ended) && ended.length === 0
  return isUnused
    ? ['    No track ended by it: the app captured nothing from it then. Only a device in use gives a code.']
    : []
}

/** What is prepared for a request counts from when the app asks, which it may have done before. */
function unmet({ evidence: { met, request } }: Receipt): string[] {
  return met === 0 && typeof request === 'string'
    ? [`    It only waits: no ${request} has come since. Prepare it before the app asks.`]
    : []
}

function proof({ means, evidence }: Receipt): string {
  if (evidence.skipped === true) return 'was left out, because faultInjection is off'
  return `(${means})  ${shortJson(evidence)}`
}
