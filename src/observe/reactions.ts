/** When the pages of a test changed visibly after the SDK had told them a code. Times in ms of `Date.now()`. */
export class Reactions {
  readonly #times: number[] = []
  readonly #waiting = new Set<() => void>()

  /** The page changed, or was left for another. */
  add(at: number): void {
    this.#times.push(at)
    for (const tell of this.#waiting) tell()
  }

  /** Those between the two times. */
  between(from: number, to: number): readonly number[] {
    return this.#times.filter((at) => at >= from && at <= to)
  }

  /** Resolves at the next one, or at that time. */
  nextUntil(deadline: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer)
        this.#waiting.delete(end)
        resolve()
      }
      const timer = setTimeout(end, Math.max(0, deadline - Date.now()))
      this.#waiting.add(end)
    })
  }
}
