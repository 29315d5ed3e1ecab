import type { Socket } from 'node:net'
import type { Way } from '../../gateway/media/network-path.ts'
import { DelayLine } from './delay-line.ts'
import { InOrder } from './in-order.ts'
import { type Link, over, segmentsOf } from './link.ts'

/** Bytes that crossed a wire, as receipts count them. */
export interface Traffic {
  up: number
  down: number
  /** Of both ways, how many were held back by a delay or a link. */
  late: number
}

/**
 * One TCP connection through the proxy, from the browser to where it wanted to go. It can be held (both ends stay
 * open, no byte passes), delayed, led over links that are narrow, far or uneven, and reset.
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
  readonly #order = { up: new InOrder(), down: new InOrder() }
  readonly #links: Record<Way, readonly Link[]> = { up: [], down: [] }

  constructor(host: string, near: Socket, far: Socket) {
    this.host = host
    this.#near = near
    this.#far = far
    this.port = far.localPort
    this.#carry(near, far, 'up')
    this.#carry(far, near, 'down')
  }

  /** Whether neither end is gone, be it that the other does not know yet. */
  get isOpen(): boolean {
    return !this.#near.destroyed && !this.#far.destroyed
  }

  /** Whether bytes pass, be it late. */
  get isPassable(): boolean {
    return !this.#held && this.isOpen
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

  /** Leads what goes that way from now on over one more link, behind those that are there. */
  leadOver(way: Way, link: Link): void {
    this.#links[way] = [...this.#links[way], link]
  }

  /** Leads nothing over any link from now on. */
  leadStraight(): void {
    Object.assign(this.#links, { up: [], down: [] })
  }

  /** Resets both ends (TCP RST): the page sees close code 1006. */
  reset(): void {
    this.#near.resetAndDestroy()
    this.#far.resetAndDestroy()
  }

  #carry(from: Socket, to: Socket, way: Way): void {
    from.setNoDelay(true)
    from.on('data', (chunk) => {
      const isShaped = this.#links[way].length > 0
      this.traffic[way] += chunk.length
      if (this.#delay || isShaped) this.traffic.late += chunk.length
      for (const bytes of isShaped ? segmentsOf(chunk) : [chunk])
        this.#later(way, to, bytes.length, () => to.writable && to.write(bytes))
    })
    from.on('end', () => this.#later(way, to, 0, () => to.end()))
    from.on('error', () => to.resetAndDestroy())
    from.on('close', () => this.#later(way, to, 0, () => to.destroy()))
    if (this.#held) from.pause()
  }

  #later(way: Way, to: Socket, bytes: number, work: () => void): void {
    const arrived = this.#order[way].next(() => this.#late[way].pass(this.#delay, work))
    over(this.#links[way], { bytes, arrived, isGone: () => to.destroyed })
  }
}
