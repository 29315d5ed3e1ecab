/** What a link does to the packets that go one way. What is left out is as on a healthy one. */
export interface Conditions {
  /** Kilobits of UDP payload a second, 8 to 1 000 000. What comes faster waits before the link. */
  readonly rateKbps?: number
  /** How many ms of traffic at that rate may wait, 10 to 10 000; 300 by default. What comes then is dropped. */
  readonly queueMs?: number
  /** Ms that every packet is under way, 0 to 60 000. */
  readonly latencyMs?: number
  /** Up to so many ms more, 0 to 1000; it comes and goes, and puts no packet before another. */
  readonly jitterMs?: number
  /** Share of the packets that are lost, from 0 to 1. */
  readonly loss?: number
  /** How many packets are lost in a row, 1 to 20; 1 by default. The share stays what `loss` says. */
  readonly burst?: number
  /** Share of the packets, from 0 to 0.5, that are held back by `heldBackMs`, so that later ones overtake them. */
  readonly reorder?: number
}

/** How much longer a packet takes that others are to overtake. */
export const heldBackMs = 30

/** The least time that Linux waits for a receipt beyond a round trip, in ms; shorter than the second of RFC 6298. */
const LEAST_WAIT_MS = 200

/**
 * How long TCP waits until it sends again what was lost, in ms: a round trip, the way back taken to be as this one, and the
 * least time. What is lost once more waits twice as long each time.
 */
export function resentAfterMs({ latencyMs = 0, jitterMs = 0 }: Conditions): number {
  return 2 * latencyMs + jitterMs + LEAST_WAIT_MS
}

const limits: Record<keyof Conditions, { readonly is: string; readonly from: number; readonly to: number }> =
  {
    rateKbps: { is: 'a rate in kbit/s', from: 8, to: 1_000_000 },
    queueMs: { is: 'a queue in ms', from: 10, to: 10_000 },
    latencyMs: { is: 'a latency in ms', from: 0, to: 60_000 },
    jitterMs: { is: 'a jitter in ms', from: 0, to: 1_000 },
    loss: { is: 'a share of lost packets', from: 0, to: 1 },
    burst: { is: 'a number of packets lost in a row', from: 1, to: 20 },
    reorder: { is: 'a share of overtaken packets', from: 0, to: 0.5 },
  }
const names = Object.keys(limits) as (keyof Conditions)[]

/**
 * @throws {RangeError} for a number that no link has
 * @throws {TypeError} for a condition that there is not, or one that means nothing without another
 */
export function checkConditions(conditions: Conditions): void {
  for (const [name, value] of Object.entries(conditions)) {
    const limit = Object.hasOwn(limits, name) ? limits[name as keyof Conditions] : undefined
    if (!limit) throw new TypeError(`A network has no condition named ${name}. It has: ${names.join(', ')}.`)
    const { is, from, to } = limit
    const isOne = typeof value === 'number' && value >= from && value <= to
    if (!isOne || (name === 'burst' && !Number.isInteger(value)))
      throw new RangeError(`${name} is ${is}, from ${from} to ${to}, not ${value}`)
  }
  if (conditions.burst !== undefined && !conditions.loss)
    throw new TypeError('burst says how packets are lost, so it needs loss: { loss: 0.05, burst: 5 }')
  if (conditions.queueMs !== undefined && conditions.rateKbps === undefined)
    throw new TypeError('queueMs says what waits before a narrow link, so it needs rateKbps')
}
