import { type Conditions, resentAfterMs } from '../../gateway/media/conditions.ts'
import type { Reading } from '../../gateway/media/meter.ts'
import { seeded } from '../../gateway/media/seeded.ts'
import { Shaper } from '../../gateway/media/shaper.ts'
import { LatePackets } from '../../gateway/node/late-packets.ts'

/** A piece of a stream, on its way over a link. */
export interface Segment {
  readonly bytes: number
  /** Called once, when all of it is at the other end. */
  readonly arrived: () => void
  /** Whether nobody is left at the other end. */
  readonly isGone: () => boolean
}

/** A segment that has not arrived: when it was sent first, and how often it was lost since. */
interface Sent {
  readonly at: number
  lost: number
}

/** The most bytes that TCP carries at a time over Ethernet. */
const SEGMENT_BYTES = 1_460

/**
 * One way of a link that several TCP connections share. They share its rate; what is lost is sent again, later and later, as
 * TCP does, so that a stream is late by it and lacks nothing. Each connection puts its segments in order again itself.
 */
export class Link {
  readonly #random: () => number
  readonly #late = new LatePackets()
  readonly #underWay = new Map<Segment, Sent>()
  #conditions: Conditions = {}
  #shaper: Shaper
  #resent = 0
  #resentMs = 0

  /** @param random decides what is lost, and the jitter; numbers in [0, 1) */
  constructor(random: () => number) {
    this.#random = random
    this.#shaper = new Shaper(random)
  }

  /** What was measured since the last `become` or `measure`, each time a segment was sent counting as a packet. */
  get reading(): Reading {
    const { reading } = this.#shaper
    if (this.#resent === 0) return reading
    return { ...reading, resent: this.#resent, resentMs: Math.round(this.#resentMs / this.#resent) }
  }

  /** Begins to measure anew. */
  measure(): void {
    this.#shaper.measure()
    this.#resent = 0
    this.#resentMs = 0
  }

  /** Other conditions from now on. What has not arrived goes anew, in its order, so that none waits for what is over. */
  become(conditions: Conditions): void {
    this.#conditions = conditions
    this.#shaper = new Shaper(seeded(this.#random() * 2 ** 32))
    // A full queue makes a TCP sender slower; nothing is dropped.
    this.#shaper.become({ ...conditions, queueMs: Number.POSITIVE_INFINITY })
    this.measure()
    this.#late.clear()
    for (const [segment, sent] of this.#underWay) {
      sent.lost = 0
      this.#send(segment, sent)
    }
  }

  /** Takes a segment to the other end. */
  carry(segment: Segment): void {
    const sent = { at: performance.now(), lost: 0 }
    this.#underWay.set(segment, sent)
    this.#send(segment, sent)
  }

  #send(segment: Segment, sent: Sent): void {
    if (segment.isGone()) return void this.#underWay.delete(segment)
    const now = performance.now()
    const passage = this.#shaper.pass(segment.bytes, now)
    if (passage === 'lost') {
      const again = now + resentAfterMs(this.#conditions) * 2 ** sent.lost
      sent.lost += 1
      return this.#late.hold(again, () => this.#send(segment, sent))
    }
    const due = now + passage.ms
    this.#late.hold(due, () => {
      const arrival = performance.now()
      passage.arrived(arrival - due)
      this.#underWay.delete(segment)
      if (sent.lost > 0) {
        this.#resent += 1
        this.#resentMs += arrival - sent.at
      }
      segment.arrived()
    })
  }
}

/** Takes a segment over several links, one after another. */
export function over([link, ...others]: readonly Link[], segment: Segment): void {
  if (link) link.carry({ ...segment, arrived: () => over(others, segment) })
  else segment.arrived()
}

/** Bytes as TCP carries them. */
export function segmentsOf(bytes: Buffer): Buffer[] {
  const count = Math.ceil(bytes.length / SEGMENT_BYTES)
  return Array.from({ length: count }, (_, index) =>
    bytes.subarray(index * SEGMENT_BYTES, (index + 1) * SEGMENT_BYTES),
  )
}
