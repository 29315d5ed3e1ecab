import { clockRate, type Kind, type MediaPacket } from './media.ts'

/**
 * Keeps the RTP of one kind continuous for a player while what it plays changes (publisher back, recording started
 * anew): sequence numbers go on without a gap, timestamps go on by the time that passed.
 */
export class Continuity {
  readonly #rate: number
  readonly #now: () => number
  #last: { sequence: number; timestamp: number; at: number } | undefined
  #offset: { sequence: number; timestamp: number } | undefined

  /** @param now in ms */
  constructor(kind: Kind, now: () => number = () => performance.now()) {
    this.#rate = clockRate[kind]
    this.#now = now
  }

  /** The next packet comes from another source. */
  interrupt(): void {
    this.#offset = undefined
  }

  /** The packet with the numbers the player expects. Late packets of the same source keep their place. */
  follow(packet: MediaPacket): MediaPacket {
    const at = this.#now()
    this.#offset ??= this.#join(packet, at)
    const sequence = (packet.sequence + this.#offset.sequence) & 0xffff
    const timestamp = (packet.timestamp + this.#offset.timestamp) >>> 0
    const ahead = this.#last === undefined || ((sequence - this.#last.sequence) & 0xffff) < 0x8000
    if (ahead) this.#last = { sequence, timestamp, at }
    return { ...packet, sequence, timestamp }
  }

  #join(packet: MediaPacket, at: number) {
    if (!this.#last) return { sequence: 0, timestamp: 0 }
    const passed = Math.max(1, Math.round(((at - this.#last.at) * this.#rate) / 1000))
    return {
      sequence: (this.#last.sequence + 1 - packet.sequence) & 0xffff,
      timestamp: (this.#last.timestamp + passed - packet.timestamp) >>> 0,
    }
  }
}
