import type { Receipt } from '../../faults/kit/receipt.ts'
import { offset } from './offset.ts'
import { shortJson } from './short-json.ts'

/** The faults and what proves them, one a line. */
export function faults(receipts: readonly Receipt[], origin: number): string[] {
  if (receipts.length === 0) return ['No fault was injected: everything since the page was opened counts.']
  return [
    receipts.length === 1 ? 'The fault:' : 'The faults:',
    ...receipts.map((receipt) => `  ${offset(receipt.at, origin)}  ${receipt.fault}  ${proof(receipt)}`),
  ]
}

function proof({ means, evidence }: Receipt): string {
  if (evidence.skipped === true) return 'was left out, because faultInjection is off'
  return `(${means})  ${shortJson(evidence)}`
}
