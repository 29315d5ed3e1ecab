/** How long the address in use must have been silent before another one takes its place, in ms. */
const SILENCE_MS = 5_000

/**
 * The one address a peer talks with. A client checks from each of its interfaces, and nominates every one that is answered
 * by an ICE-lite gateway; two nominated pairs confuse the SDK's own statistics, and which of the two carries media would be
 * chance.
 */
export class ClientAddress {
  #address: string | undefined
  #heardAt = 0

  /** Whether a check from there is to be answered. The first one heard is, and from then on only that one. */
  answers([host, port]: readonly [string, number], now = performance.now()): boolean {
    const address = `${host}:${port}`
    if (now - this.#heardAt > SILENCE_MS) this.#address = undefined
    this.#address ??= address
    if (this.#address !== address) return false
    this.#heardAt = now
    return true
  }
}
