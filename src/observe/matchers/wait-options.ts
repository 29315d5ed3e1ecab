import { demandFields, shown } from '../../cloud/exchange/demand.ts'
import type { Receipt } from '../../faults/kit/receipt.ts'

/** What a matcher that waits is given: how long, and since when things count. */
export interface WaitOptions {
  /** Ms to wait; the `expect` timeout of the project by default. Never longer than the test has left. */
  readonly timeout?: number
  /** Counts only what happened after this fault, or after this time (ms of `Date.now()`); by default after the first. */
  readonly since?: number | Receipt
}

/**
 * Checks the options of a matcher, which a test without types may misspell: one that is not read would pass by luck.
 *
 * @throws {TypeError} naming what it takes
 */
export function demandWait(
  matcher: string,
  options: WaitOptions,
  others: readonly string[] = ['since'],
): void {
  demandFields(matcher, options, [...others, 'timeout'])
  const { timeout, since } = options
  // A timer that is set for longer ends at once.
  if (timeout !== undefined && !(typeof timeout === 'number' && timeout >= 0 && timeout < 2 ** 31))
    throw new TypeError(`timeout takes ms, such as 5_000, not ${shown(timeout)}.`)
  const from = typeof since === 'object' ? since?.at : since
  if (since !== undefined && !Number.isFinite(from))
    throw new TypeError(`since takes a receipt, or ms of Date.now(), not ${shown(since)}.`)
}
