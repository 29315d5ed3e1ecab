/**
 * How a fault was made:
 * - `real`: the browser or the operating system really is in that state; no script of the page was touched
 * - `wire`: real bytes on a real socket, produced or withheld by our cloud or its door
 * - `patched`: a function of the page was replaced, because Chromium offers no other way (the receipt says why)
 */
export type Means = 'real' | 'wire' | 'patched'

/** Evidence that one fault really happened. Every method of `faults` resolves with one. */
export interface Receipt {
  /** Dotted name of the method that made it, such as `device.unplug`. */
  readonly fault: string
  readonly means: Means
  /** When the fault was injected, in ms of `Date.now()`. Only what is observed after this counts as its effect. */
  readonly at: number
  /** What was read back: track states, permission states, bytes and frames counted. JSON-serialisable. */
  readonly evidence: Readonly<Record<string, unknown>>
  /** Why the page had to be patched. Present exactly when `means` is `patched`. */
  readonly why?: string
}

/** The evidence of a fault could not be had: the test must not go on as if the fault had happened. */
export class FaultNotInjected extends Error {
  override name = 'FaultNotInjected'

  constructor(fault: string, expected: string, found: unknown) {
    super(
      `The fault ${fault} was not injected: expected ${expected}, but found ${JSON.stringify(found)}.\n` +
        'Nothing after this point would prove anything, so the test stops here.',
    )
  }
}
