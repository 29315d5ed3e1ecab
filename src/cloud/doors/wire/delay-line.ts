interface Held {
  readonly due: number
  readonly release: () => void
}

/** One way of a wire: what is late leaves when it is due, and in the order in which it came. */
export class DelayLine {
  readonly #held: Held[] = []
  #due = 0

  /** @param ms how late; 0 is at once, unless something before it is still held */
  pass(ms: number, release: () => void): void {
    const now = performance.now()
    this.#due = Math.max(now + ms, this.#due)
    if (this.#due <= now && this.#held.length === 0) return release()
    this.#held.push({ due: this.#due, release })
    if (this.#held.length === 1) this.#wind(this.#due)
  }

  #wind(due: number): void {
    setTimeout(() => this.#release(), due - performance.now())
  }

  #release(): void {
    for (;;) {
      const [first] = this.#held
      if (!first) return
      if (first.due > performance.now()) return this.#wind(first.due)
      this.#held.shift()
      first.release()
    }
  }
}
