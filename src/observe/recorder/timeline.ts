import type { Observation } from '../observation.ts'

/** What was waited for was not observed in time. */
export class NotObserved extends Error {
  override name = 'NotObserved'
}

/**
 * Everything observed, in the order it happened: all channels, all engines, all pages of a test.
 *
 * @example
 * const kicked = await zego.timeline.waitFor(({ name, codes }) => name === 'roomStateChanged' && codes.includes(1002050), 5000)
 */
export class Timeline {
  readonly #observations: Observation[] = []
  readonly #listeners = new Set<(observation: Observation) => void>()

  /** All observations so far, oldest first. */
  get all(): readonly Observation[] {
    return this.#observations
  }

  /** Puts an observation in its place by time and tells whoever is waiting. */
  add(observation: Observation): void {
    let place = this.#observations.length
    while (place > 0 && (this.#observations[place - 1]?.at ?? 0) > observation.at) place--
    this.#observations.splice(place, 0, observation)
    for (const listener of [...this.#listeners]) listener(observation)
  }

  /** What was observed at `at` (ms of `Date.now()`) or later. */
  since(at: number): readonly Observation[] {
    return this.#observations.filter((observation) => observation.at >= at)
  }

  /** Every error code that surfaced since `at`, each once, in the order of appearance. 0 is no error. */
  codes(at = 0): readonly number[] {
    return [...new Set(this.since(at).flatMap(({ codes }) => codes))].filter((code) => code !== 0)
  }

  /** API calls whose promise has not settled yet. */
  get pending(): readonly Observation[] {
    const ended = new Set(
      this.#observations.filter(({ outcome }) => outcome !== 'pending').map(({ call }) => call),
    )
    return this.#observations.filter(({ outcome, call }) => outcome === 'pending' && !ended.has(call))
  }

  /** Calls back on every new observation, until the returned function is called. */
  subscribe(listener: (observation: Observation) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * The first observation that satisfies the predicate, be it past or still to come.
   *
   * @param timeout ms to wait for it
   * @param signal ends the wait before
   * @throws NotObserved when the time is up
   */
  waitFor(
    predicate: (observation: Observation) => boolean,
    timeout: number,
    signal?: AbortSignal,
  ): Promise<Observation> {
    const past = this.#observations.find(predicate)
    if (past) return Promise.resolve(past)
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer)
        unsubscribe()
        signal?.removeEventListener('abort', giveUp)
      }
      const giveUp = () => {
        stop()
        const others = this.#observations.length
        reject(new NotObserved(`Not observed within ${timeout} ms. ${others} other observations were made.`))
      }
      const timer = setTimeout(giveUp, timeout)
      signal?.addEventListener('abort', giveUp)
      const unsubscribe = this.subscribe((observation) => {
        if (!predicate(observation)) return
        stop()
        resolve(observation)
      })
    })
  }

  /**
   * Waits until nothing has been observed for `quiet` ms and nothing is `busy` any more; or until an observation that
   * makes further waiting pointless, or `timeout` ms have gone by, or the signal.
   */
  settled({ quiet, timeout, busy, stop, counts = () => true, signal }: Settling): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        unsubscribe()
        signal?.removeEventListener('abort', end)
        clearTimeout(silence)
        clearTimeout(limit)
        resolve()
      }
      const listen = () => setTimeout(() => busy() || end(), quiet)
      let silence = listen()
      const limit = setTimeout(end, timeout)
      signal?.addEventListener('abort', end)
      const unsubscribe = this.subscribe((observation) => {
        if (counts(observation)) {
          clearTimeout(silence)
          silence = listen()
        }
        if (stop(observation)) end()
      })
    })
  }
}

/** When a timeline counts as settled. Times in ms. */
export interface Settling {
  readonly quiet: number
  readonly timeout: number
  readonly busy: () => boolean
  readonly stop: (observation: Observation) => boolean
  /** Which observations break the silence; all unless given. */
  readonly counts?: (observation: Observation) => boolean
  readonly signal?: AbortSignal
}
