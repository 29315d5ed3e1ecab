import type { Ledger } from '../../src/ledger/ledger.ts'
import { type Mutant, touching } from './mutant.ts'

/** Every fault that the last run injected: it does nothing, and still gives a receipt. */
export function faultMutants(ledger: Ledger): Mutant[] {
  const faults = new Set(ledger.scenarios.flatMap(({ receipts }) => receipts.map(({ fault }) => fault)))
  return [...faults].sort().map((fault) => ({
    name: `fault ${fault}`,
    scenarios: touching(ledger, ({ receipts }) => receipts.some((receipt) => receipt.fault === fault)),
    shares: false,
  }))
}

/** Every channel, and every event and call on which the last run demanded a code: the observer is deaf on it. */
export function deafMutants(ledger: Ledger): Mutant[] {
  const claimed = ledger.scenarios.flatMap(({ claims }) =>
    claims.flatMap(({ via, negated }) => (via && !negated ? [via] : [])),
  )
  const channels = claimed.map((via) => via.split(':')[0] ?? via)
  return [...new Set([...channels, ...claimed])].sort().map((via) => ({
    name: `deaf ${via}`,
    scenarios: touching(ledger, ({ claims }) =>
      claims.some((claim) => !claim.negated && (claim.via === via || claim.via?.startsWith(`${via}:`))),
    ),
    shares: false,
  }))
}
