import { type Injection, injected } from './kit/receipt.ts'

/** Calls that are wrong by themselves: too early, too late, once too often. */
export class MisuseFaults {
  /**
   * Lets the app make a mistake. The receipt holds how the call ended.
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
    return injected({ means: 'real', at, evidence: { what, ending } })
  }
}
