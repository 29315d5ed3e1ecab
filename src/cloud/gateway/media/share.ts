/**
 * Picks a share of a row, at random but evenly: one run of `length` at a random place of every `length / share`. So the share
 * is right after a few hundred already, where independent draws need thousands.
 */
export class Share {
  readonly #every: number
  readonly #length: number
  readonly #random: () => number
  #seen = 0
  #runs = 0
  #next: number
  #owed = 0

  /** @param share above 0, up to 1 */
  constructor(share: number, length: number, random: () => number) {
    this.#every = length / share
    this.#length = length
    this.#random = random
    this.#next = random() * this.#every
  }

  /** Whether the next of the row is one. */
  takes(): boolean {
    this.#seen += 1
    while (this.#next < this.#seen) {
      this.#owed += this.#length
      this.#runs += 1
      this.#next = (this.#runs + this.#random()) * this.#every
    }
    if (this.#owed === 0) return false
    this.#owed -= 1
    return true
  }
}
