import type { Socket } from 'node:net'
import { DelayLine } from './delay-line.ts'

/** Bytes that crossed a wire, as receipts count them. */
export interface Traffic {
  up: number
  down: number
  /** Of both ways, how many were held back by a delay. */
  late: number
}

/**
 * One TCP connection through the proxy, from the browser to where it wanted to go. It can be held (both ends stay
 * open, no byte passes), delayed and reset.
 */
export class Wire {
  readonly host: string
  readonly traffic: Traffic = { up: 0, down: 0, late: 0 }
  readonly #near: Socket
  readonly #far: Socket
  /** The port at which whoever is at the far end sees it. */
  readonly port: number | undefined
  #held = false
  #delay = 0
  /** By way: bytes of a stream never overtake others. */
  readonly #late = { up: new DelayLine(), down: new DelayLine() }

  constructor(host: string, near: Socket, far: Socket) {
    this.host = host
    this.#near = near
    this.#far = far
    this.port = far.localPort
    this.#carry(near, far, 'up')
    this.#carry(far, near, 'down')
  }

  /** Whether bytes pass, be it late. */
  get isPassable(): boolean {
    return !this.#held && !this.#near.destroyed && !this.#far.destroyed
  }

  /** Stops bytes in both directions; nothing is lost, as with a cable pulled for a while. */
  hold(): void {
    this.#held = true
    this.#near.pause()
    this.#far.pause()
  }

  /** Lets bytes pass again. */
  release(): void {
    this.#held = false
    this.#near.resume()
    this.#far.resume()
  }

  /** Delays every byte from now on, in each direction. @param ms 0 ends it */
  delay(ms: number): void {
    this.#delay = ms
  }

  /** Resets both ends (TCP RST): the page sees close code 1006. */
  reset(): void {
    this.#near.resetAndDestroy()
    this.#far.resetAndDestroy()
  }

  #carry(from: Socket, to: Socket, direction: 'up' | 'down'): void {
    from.setNoDelay(true)
    from.on('data', (chunk) => {
      this.traffic[direction] += chunk.length
      if (this.#delay) this.traffic.late += chunk.length
      this.#later(direction, () => to.writable && to.write(chunk))
    })
    from.on('end', () => this.#later(direction, () => to.end()))
    from.on('error', () => to.resetAndDestroy())
    from.on('close', () => this.#later(direction, () => to.destroy()))
    if (this.#held) from.pause()
  }

  #later(direction: 'up' | 'down', work: () => void): void {
    this.#late[direction].pass(this.#delay, work)
  }
}
