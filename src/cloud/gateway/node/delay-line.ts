interface Held {
  readonly due: number
  readonly release: () => void
}

/** Timers are no finer than a ms: what is due in less than half of one leaves now, so that it is not late in the mean. */
const HALF_MS = 0.5

/** Holds packets until each is due, in ms of `performance.now()`; those due at the same time leave as they came. */
export class DelayLine {
  #held: Held[] = []
  #timer: NodeJS.Timeout | undefined

  /** Whether it holds nothing. */
  get isEmpty(): boolean {
    return this.#held.length === 0
  }

  hold(due: number, release: () => void): void {
    let place = this.#held.length
    while (place > 0 && (this.#held[place - 1]?.due ?? 0) > due) place -= 1
    this.#held.splice(place, 0, { due, release })
    if (place === 0) this.#wind()
  }

  /** Forgets what it holds. */
  clear(): void {
    this.#held = []
    this.#wind()
  }

  #wind(): void {
    clearTimeout(this.#timer)
    const [first] = this.#held
    this.#timer = first && setTimeout(() => this.#release(), Math.round(first.due - performance.now()))
  }

  #release(): void {
    const soon = performance.now() + HALF_MS
    const due = this.#held.filter((held) => held.due <= soon)
    this.#held = this.#held.slice(due.length)
    this.#wind()
    for (const { release } of due) release()
  }
}
