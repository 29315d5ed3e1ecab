/**
 * How a fault was made:
 * - `real`: the browser or the operating system really is in that state; no script of the page was touched
 * - `wire`: real bytes on a real socket, produced or withheld by our cloud or its door
 * - `patched`: a function of the page was replaced, because Chromium offers no other way (the receipt says why)
 */
export type Means = 'real' | 'wire' | 'patched'

/** Evidence that one fault really happened. */
export interface Receipt {
  /** Dotted name of the method that made it, such as `device.unplug`. */
  readonly fault: string
  /** How it was made: for real, on the wire, or by a patch of the page. */
  readonly means: Means
  /** When the fault was injected, in ms of `Date.now()`. Only what is observed after this counts as its effect. */
  readonly at: number
  /** What was read back: track states, permission states, bytes and frames counted. JSON-serialisable. */
  readonly evidence: Readonly<Record<string, unknown>>
  /** Why the page had to be patched. Present exactly when `means` is `patched`. */
  readonly why?: string
  /** Nothing goes wrong by it: it makes a later fault possible, such as a clock that is taken over, or ends one, such as a plug. */
  readonly preparation?: true
}

/** A fault that was injected: its receipt, and the way to end it. Every method of `faults` that makes one resolves with it. */
export interface Injection extends Receipt {
  /**
   * Ends the fault before the test does, whatever kind it is. Once is enough; a fault that is over by itself, such as a
   * kick-out, has nothing to end.
   *
   * @example
   * const unplugged = await faults.device.unplug('camera')
   * await expect(zego).toSurface(1006006)
   * await unplugged.undo()
   */
  undo(): Promise<void>
}

/** What a kind of faults says of one that it made. */
export interface Made {
  readonly means: Means
  /** By default now. */
  readonly at?: number
  readonly evidence: Receipt['evidence']
  readonly why?: string
  readonly preparation?: true
  /** Ends it; absent where it is over by itself. */
  readonly undo?: () => unknown
}

/** A fault that was injected but lacks its name, which the injector knows. */
export function injected<More extends object = object>({
  at = Date.now(),
  undo,
  ...made
}: Made & More): Injection & Omit<More, keyof Made> {
  return { ...made, fault: 'unnamed', at, undo: async () => void (await undo?.()) } as Injection & More
}

/** The evidence of a fault could not be had: the test must not go on as if the fault had happened. */
export class FaultNotInjected extends Error {
  override name = 'FaultNotInjected'

  /** @param so what that means for the test */
  constructor(
    expected: string,
    found: unknown,
    so = 'Nothing after this point would prove anything, so the test stops here.',
  ) {
    super(`The fault was not injected: expected ${expected}, but found ${JSON.stringify(found)}.\n${so}`)
  }

  /** Says which fault it was, as the injector knows it. */
  of(fault: string): this {
    const [before, after] = ['The fault was', `The fault ${fault} was`]
    this.message = this.message.replace(before, after)
    this.stack = this.stack?.replace(before, after)
    return this
  }
}
