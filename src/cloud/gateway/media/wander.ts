/** The shortest time in which it goes from one value to the next, in ms. */
const STEP_MS = 100

/**
 * A number of ms between 0 and `most` that goes up and down in the course of time, never faster down than time passes: what is
 * late by it stays in order. Its mean is half of `most`, since every second value is the counterpart of the one before.
 */
export class Wander {
  readonly #most: number
  readonly #random: () => number
  readonly #step: number
  #begin: number | undefined
  #from = 0
  #to: number
  #isCounterpart = true

  constructor(most: number, random: () => number) {
    this.#most = most
    this.#random = random
    this.#step = wanderingMs(most)
    this.#to = random() * most
  }

  /** @param now in ms, not before the last one */
  at(now: number): number {
    if (this.#begin === undefined) {
      this.#begin = now
      this.#turn()
    }
    for (; now >= this.#begin + this.#step; this.#begin += this.#step) this.#turn()
    return this.#from + ((this.#to - this.#from) * (now - this.#begin)) / this.#step
  }

  #turn(): void {
    this.#from = this.#to
    this.#to = this.#isCounterpart ? this.#most - this.#from : this.#random() * this.#most
    this.#isCounterpart = !this.#isCounterpart
  }
}

/** How many ms it takes from one value to the next. */
export function wanderingMs(most: number): number {
  return Math.max(STEP_MS, most)
}
