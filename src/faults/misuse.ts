import { type Injection, injected } from './kit/receipt.ts'

/**
 * What a mistake was seen by since a time (ms of `Date.now()`): a call of the SDK, or an error of the page; undefined as long as
 * there is neither.
 */
export type SeenSince = (since: number) => string | undefined

/** Calls that are wrong by themselves: too early, too late, once too often. */
export class MisuseFaults {
  readonly #seenSince: SeenSince | undefined

  /** @param seenSince makes every receipt tell what the mistake was seen by: `seenAs`, null as long as nothing came of it */
  constructor(seenSince?: SeenSince) {
    this.#seenSince = seenSince
  }

  /**
   * Lets the app make a mistake. The receipt holds how the call ended, and what it was seen by. Where nothing comes of it, neither
   * a call of the SDK nor an error of the page, the test fails at its end.
   *
   * @param what the mistake, in words
   * @param act makes the call
   *
   * @throws {TypeError} without a function
   * @example await faults.misuse.call('a second login', () => engine.call('loginRoom', …))
   */
  async call(what: string, act: () => Promise<unknown>): Promise<Injection> {
    if (typeof act !== 'function')
      throw new TypeError(
        'misuse.call takes the mistake in words and a function that makes it: ' +
          "faults.misuse.call('a second login', () => …).",
      )
    const at = Date.now()
    const ending = await act()
    const evidence = { what, ending }
    const seenSince = this.#seenSince
    if (seenSince)
      Object.defineProperty(evidence, 'seenAs', { enumerable: true, get: () => seenSince(at) ?? null })
    return injected({ means: 'real', at, evidence })
  }
}
