/** A page changed visibly after the SDK had told it a code. */
export interface Reaction {
  /** When, in ms of `Date.now()`. */
  readonly at: number
  /** Number of the page, as observations have it. */
  readonly page: number
}

/** How the pages of a test reacted to the codes that the SDK told them. Times in ms of `Date.now()`. */
export class Reactions {
  readonly #all: Reaction[] = []
  readonly #waiting = new Set<() => void>()

  /** The page changed, or was left for another. */
  add(reaction: Reaction): void {
    this.#all.push(reaction)
    for (const tell of this.#waiting) tell()
  }

  /** Those between the two times. */
  between(from: number, to: number): readonly Reaction[] {
    return this.#all.filter(({ at }) => at >= from && at <= to)
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
