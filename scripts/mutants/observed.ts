import { type Mutant, type Passed, touching } from './mutant.ts'

/**
 * Faults that the browser itself is launched with, so that there is nothing a call could leave undone: it reads them back. Their
 * controls run in another browser, and are red.
 */
const ofTheBrowser = new Set([
  'browser.autoplayBlocked',
  'browser.strictSdp',
  'device.none',
  'screen.cancelled',
  'screen.denied',
  'screen.unreadable',
])

/**
 * Faults that only make sure what happens about every other time without them, by scenario, so that going missing is noticed about every
 * other time: a stream that happens to connect before the refusal of the login comes.
 */
const makeSure = new Set([
  'fault media.withoutCandidates in scenarios/room/media-node-missing.spec.ts › the media server does not let the client in',
])

/** Every fault that the last run injected, and that a call makes: it does nothing, and still gives a receipt. */
export function faultMutants(ledger: Passed): Mutant[] {
  const faults = new Set(ledger.scenarios.flatMap(({ receipts }) => receipts.map(({ fault }) => fault)))
  const made = [...faults].filter((fault) => !ofTheBrowser.has(fault))
  return made.sort().map((fault) => ({
    name: `fault ${fault}`,
    scenarios: touching(ledger, ({ receipts }) => receipts.some((receipt) => receipt.fault === fault)),
    shares: false,
  }))
}

/**
 * Every fault of a scenario that makes several: that one alone does nothing, in that scenario, which must notice, or it is
 * not what it says it is about. Time that is let pass, and values that are only wrong, are not judged.
 */
export function oneOfSeveralMutants({ scenarios }: Passed): Mutant[] {
  return scenarios.flatMap((scenario) => {
    const itself = touching({ scenarios: [scenario] }, () => true)
    const faults = [...new Set(scenario.receipts.map(({ fault }) => fault))]
    const acting = faults.filter((fault) => !/^(time|input|misuse)\./.test(fault))
    if (itself.length === 0 || faults.filter((fault) => !fault.startsWith('time.')).length < 2) return []
    return acting
      .filter((fault) => !ofTheBrowser.has(fault))
      .map((fault) => ({
        name: `fault ${fault} in ${scenario.id}`,
        scenarios: itself,
        shares: false,
      }))
      .filter(({ name }) => !makeSure.has(name))
  })
}

/** Every channel, and every event and call on which the last run demanded a code: the observer is deaf on it. */
export function deafMutants(ledger: Passed): Mutant[] {
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
