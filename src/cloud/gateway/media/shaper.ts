import { type Conditions, heldBackMs } from './conditions.ts'
import { Meter, type Reading } from './meter.ts'
import type { NetworkPath, Way } from './network-path.ts'
import { seeded } from './seeded.ts'
import { Share } from './share.ts'
import { Wander } from './wander.ts'

/** A packet that gets through. */
export interface Passage {
  /** Ms until it arrives. */
  readonly ms: number
  /** To be called when it does. @param late by how many ms later than that */
  readonly arrived: (late: number) => void
}

const QUEUE_MS = 300
/** A wait that a timer can make. */
const MEASURABLE_MS = 1
/** Two of the largest packets wait before any link. */
const SMALLEST_QUEUE_BYTES = 3_000

/**
 * One way of a link: packets are lost, wait for their turn in a bounded queue, and are under way for a while. It holds nothing
 * itself and reads no clock: whoever carries packets asks it for each one.
 */
export class Shaper {
  readonly #random: () => number
  #conditions: Conditions = {}
  #lost: Share | undefined
  #heldBack: Share | undefined
  #wander: Wander | undefined
  #meter = new Meter()
  #passed = 0
  /** When the link is free again, and when the last packet that was not held back arrives. */
  #free = Number.NEGATIVE_INFINITY
  #arrival = Number.NEGATIVE_INFINITY

  /** @param random decides which packets it takes; numbers in [0, 1) */
  constructor(random: () => number) {
    this.#random = random
  }

  /** What was measured since the last `become` or `measure`. */
  get reading(): Reading {
    return this.#meter.reading
  }

  /** Other conditions from now on. What waits or is under way stays so. */
  become(conditions: Conditions): void {
    const { loss = 0, burst = 1, reorder = 0, jitterMs = 0 } = conditions
    // Numbers of its own for each: jitter draws them by the clock, and must not decide what is lost.
    const random = () => seeded(this.#random() * 2 ** 32)
    this.#conditions = conditions
    this.#lost = loss > 0 ? new Share(loss, burst, random()) : undefined
    this.#heldBack = reorder > 0 ? new Share(reorder, 1, random()) : undefined
    this.#wander = jitterMs > 0 ? new Wander(jitterMs, random()) : undefined
    this.measure()
  }

  /** Begins to measure anew. */
  measure(): void {
    this.#meter = new Meter()
  }

  /** The next packet comes. @param now in ms, not before the last one */
  pass(bytes: number, now: number): Passage | 'lost' {
    const meter = this.#meter
    if (this.#lost?.takes()) return meter.came(now, 'lost') ?? 'lost'
    const { rateKbps, queueMs = QUEUE_MS, latencyMs = 0 } = this.#conditions
    const begin = Math.max(now, this.#free)
    if (rateKbps !== undefined) {
      const waiting = ((begin - now) * rateKbps) / 8
      if (waiting + bytes > Math.max(SMALLEST_QUEUE_BYTES, (queueMs * rateKbps) / 8))
        return meter.came(now, 'dropped') ?? 'lost'
    }
    const left = begin + (rateKbps === undefined ? 0 : (bytes * 8) / rateKbps)
    this.#free = left
    const late = this.#heldBack?.takes() ? heldBackMs : 0
    const arrival = Math.max(left + latencyMs + (this.#wander?.at(left) ?? 0), this.#arrival)
    this.#arrival = arrival
    meter.came(now)
    const packet = {
      index: this.#passed++,
      at: now,
      bytes,
      queued: left - now,
      behind: begin - now >= MEASURABLE_MS,
    }
    const planned = arrival + late - left
    return {
      ms: arrival + late - now,
      arrived: (late) => meter.arrived(packet, planned, late),
    }
  }
}

const unhindered: Passage = { ms: 0, arrived: () => {} }

/** Takes a packet through all shapers of several paths, one after another. */
export function through(
  paths: readonly NetworkPath[],
  way: Way,
  bytes: number,
  now: number,
): Passage | 'lost' {
  const shapers = paths.flatMap((path) => path.shapers(way))
  if (shapers.length === 0) return unhindered
  const passages: Passage[] = []
  let ms = 0
  for (const shaper of shapers) {
    const passage = shaper.pass(bytes, now + ms)
    if (passage === 'lost') return 'lost'
    passages.push(passage)
    ms += passage.ms
  }
  const arrived = (late: number) => {
    for (const passage of passages) passage.arrived(late)
  }
  return { ms, arrived }
}
