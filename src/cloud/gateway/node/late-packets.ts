interface Held {
  readonly due: number
  readonly release: () => void
}

/** Timers are no finer than a ms. */
const HALF_MS = 0.5
/** How fast the lead follows what timers do: a busy process is so for longer than a few packets. */
const WEIGHT = 0.05

/**
 * Holds packets until each is due, in ms of `performance.now()`; those due at the same time leave as they came. A busy process
 * gets to its timers late, so they are set by so much earlier as they came late before: the mean is right under load, too.
 */
export class LatePackets {
  #held: Held[] = []
  #timer: NodeJS.Timeout | undefined
  #lead = HALF_MS

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
    if (!first) return
    const now = performance.now()
    const ms = Math.max(0, Math.round(first.due - this.#lead - now))
    this.#timer = setTimeout(() => this.#release(now + ms), ms)
  }

  /** @param wanted when the timer was to run out */
  #release(wanted: number): void {
    const now = performance.now()
    this.#lead += WEIGHT * (now - wanted - this.#lead)
    const due = this.#held.filter((held) => held.due - this.#lead <= now)
    this.#held = this.#held.slice(due.length)
    for (const { release } of due) release()
    this.#wind()
  }
}
