/** A packet on its way over a link, as it was when it came to it. Ms by any clock. */
export interface UnderWay {
  /** Its place among those that were let through. */
  readonly index: number
  readonly at: number
  readonly bytes: number
  /** Ms until the whole of it had left for the other end. */
  readonly queued: number
  /** Whether it left right behind the one before it. */
  readonly behind: boolean
}

/** What a link was measured to do, of the packets since the measuring began. */
export interface Reading {
  /** Packets that came to the link. */
  readonly packets: number
  readonly arrived: number
  /** Share of `packets` that were lost, from 0 to 1. */
  readonly loss: number
  /** Share of `packets` that found the queue full. */
  readonly dropped: number
  /** Mean ms under way, without what they waited in the queue; none as long as nothing arrived. */
  readonly delayMs?: number
  /** Between the shortest and the longest of these. */
  readonly spreadMs?: number
  /** Kbit/s of packets that left one right behind another; none where too few did, as next to nothing filled the link. */
  readonly rateKbps?: number
  /** How many packets did. */
  readonly behind: number
  /** Share of those that arrived which came after a later one. */
  readonly overtaken: number
  /** Ms between the first and the last packet that came. */
  readonly overMs: number
  /** Of TCP: how many packets arrived that had been lost before; none where none were. */
  readonly resent?: number
  /** Mean ms from when these were sent first until they arrived. */
  readonly resentMs?: number
}

/** Packets that a rate is from, at the least. */
const FEW = 50
/**
 * How many ms a train of packets has to last for each that a timer may move its ends, so that the rate is right within a tenth. In
 * the sum of trains the errors of timers, which are some ms either way, grow with the root of their number.
 */
const MS_OF_TRAIN = 30
/** Of the time, how much the link has to be full at the least: trains of a moment are mostly what timers make of them. */
const FULL = 0.15

/** Measures one way of a link by what came to it and what arrived, and when. */
export class Meter {
  #packets = 0
  #lost = 0
  #dropped = 0
  #arrived = 0
  #underWayMs = 0
  #shortest = Number.POSITIVE_INFINITY
  #longest = 0
  #overtaken = 0
  #behind = 0
  #behindBytes = 0
  #behindMs = 0
  #trains = 0
  #inTrain = false
  #latest = -1
  #last: { readonly index: number; readonly left: number } | undefined
  #first: number | undefined
  #overMs = 0

  /** A packet came to the link. @param fate of it, as far as that is known by then */
  came(at: number, fate?: 'lost' | 'dropped'): void {
    this.#packets += 1
    this.#first ??= at
    this.#overMs = at - this.#first
    if (fate === 'lost') this.#lost += 1
    if (fate === 'dropped') this.#dropped += 1
  }

  /** A packet arrived. @param planned ms it was to be under way, the queue not counted @param late ms it was later than that */
  arrived({ index, at, bytes, queued, behind }: UnderWay, planned: number, late: number): void {
    const underWay = planned + late
    this.#arrived += 1
    this.#underWayMs += underWay
    this.#shortest = Math.min(this.#shortest, underWay)
    this.#longest = Math.max(this.#longest, underWay)
    if (index < this.#latest) this.#overtaken += 1
    this.#latest = Math.max(this.#latest, index)
    const left = at + queued + late
    // As in a packet train: what lies between two that left one behind the other is the time that the second one took.
    const isBehind = behind && this.#last?.index === index - 1
    if (isBehind && this.#last) {
      this.#behind += 1
      this.#behindBytes += bytes
      this.#behindMs += left - this.#last.left
      if (!this.#inTrain) this.#trains += 1
    }
    this.#inTrain = isBehind
    this.#last = { index, left }
  }

  get #isFull(): boolean {
    const least = Math.max(MS_OF_TRAIN * Math.sqrt(this.#trains), FULL * this.#overMs)
    return this.#behind >= FEW && this.#behindMs >= least
  }

  get reading(): Reading {
    const [packets, arrived] = [this.#packets, this.#arrived]
    return {
      packets,
      arrived,
      loss: share(this.#lost, packets),
      dropped: share(this.#dropped, packets),
      ...(arrived > 0 && {
        delayMs: rounded(this.#underWayMs / arrived, 1),
        spreadMs: rounded(this.#longest - this.#shortest, 1),
      }),
      ...(this.#isFull && { rateKbps: rounded((this.#behindBytes * 8) / this.#behindMs, 1) }),
      behind: this.#behind,
      overtaken: share(this.#overtaken, arrived),
      overMs: Math.round(this.#overMs),
    }
  }
}

const share = (part: number, whole: number) => rounded(whole > 0 ? part / whole : 0, 4)
const rounded = (value: number, digits: number) => Number(value.toFixed(digits))
