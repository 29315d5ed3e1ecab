interface Alarm {
  readonly at: number
  readonly ring: () => void
}

/** The longest that a timer of JavaScript can wait, in ms. */
const longestWait = 2 ** 31 - 1

/**
 * The cloud's own clock: by it tokens run out and silent clients are missed. It goes on in real time; a test moves it
 * ahead, alone or together with the page's (`faults.time`).
 */
export class Clock {
  readonly #alarms = new Set<Alarm>()
  readonly #listeners = new Set<(ms: number) => void>()
  #ahead = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  /** How far it was moved ahead of the machine's, in ms. */
  get ahead(): number {
    return this.#ahead
  }

  /** Ms since 1970 by this clock. */
  readonly now = (): number => Date.now() + this.#ahead

  /** Does something once that many ms have passed by this clock. @returns calls it off */
  after(ms: number, ring: () => void): () => void {
    const alarm = { at: this.now() + ms, ring }
    this.#alarms.add(alarm)
    this.#wind()
    return () => {
      this.#alarms.delete(alarm)
      this.#wind()
    }
  }

  /**
   * Moves it ahead at once. What falls due on the way happens in its order, each at its own time.
   *
   * @throws {RangeError} when it would go back, or never arrive
   */
  advance(ms: number): void {
    if (!Number.isFinite(ms) || ms < 0)
      throw new RangeError(
        `The cloud's clock goes ahead only: not by ${ms} ms. Use a number of 0 or more; for words such as '5m', ` +
          "faults.time.advance('5m', { of: 'cloud' }).",
      )
    const target = this.now() + ms
    for (let next = this.#next(); next && next.at <= target; next = this.#next()) {
      this.#ahead += Math.max(0, next.at - this.now())
      this.#ring(next)
    }
    this.#ahead += Math.max(0, target - this.now())
    this.#wind()
    for (const listener of this.#listeners) listener(ms)
  }

  /** Calls back whenever it was moved ahead, with by how many ms: in that time nobody could do anything. */
  onAdvance(listener: (ms: number) => void): void {
    this.#listeners.add(listener)
  }

  /** Forgets everything that was to happen. */
  close(): void {
    this.#alarms.clear()
    this.#wind()
  }

  #next(): Alarm | undefined {
    return [...this.#alarms].sort((one, other) => one.at - other.at)[0]
  }

  #ring(alarm: Alarm): void {
    this.#alarms.delete(alarm)
    alarm.ring()
  }

  /** One timer for whatever is due next; in Node it keeps no process alive. */
  #wind(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const next = this.#next()
    if (!next) return
    const wait = Math.min(Math.max(0, next.at - this.now()), longestWait)
    this.#timer = setTimeout(() => {
      if (next.at <= this.now()) this.#ring(next)
      this.#wind()
    }, wait)
    const { unref } = this.#timer as { unref?: () => void }
    unref?.call(this.#timer)
  }
}
