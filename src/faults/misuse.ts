import { type Injection, injected } from './kit/receipt.ts'

/** The first call that the app made of the SDK since a time (ms of `Date.now()`), by name; undefined as long as there is none. */
export type CalledSince = (since: number) => string | undefined

/** Calls that are wrong by themselves: too early, too late, once too often. */
export class MisuseFaults {
  readonly #calledSince: CalledSince | undefined

  /** @param calledSince makes every receipt tell which call of the SDK there was: `sdkCall`, null where there was none */
  constructor(calledSince?: CalledSince) {
    this.#calledSince = calledSince
  }

  /**
   * Lets the app make a mistake. The receipt holds how the call ended. If the SDK is not called at all, the test fails at its end.
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
    const calledSince = this.#calledSince
    if (calledSince)
      Object.defineProperty(evidence, 'sdkCall', { enumerable: true, get: () => calledSince(at) ?? null })
    return injected({ means: 'real', at, evidence })
  }
}
