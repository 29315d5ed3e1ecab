import type { Conditions } from '../../cloud/gateway/media/conditions.ts'
import type { Duration } from './duration.ts'

/** Some time of a network. What it says nothing of is healthy. */
export interface NetworkPhase {
  /** Where the person is by then, for the receipt. */
  readonly name?: string
  /** In real time, as packets go; without it, until the fault is undone. Only the last phase can do without. */
  readonly lasts?: Duration
  /** From the page to the cloud. */
  readonly up?: Conditions
  /** From the cloud to the page. */
  readonly down?: Conditions
}

/** A network as it is in the course of time; after its last phase it is healthy, or begins anew. */
export interface NetworkProfile {
  /** One after another; the first one is measured before the test goes on. */
  readonly phases: readonly NetworkPhase[]
  /** Whether it begins anew after the last phase; without it, the network is healthy then. */
  readonly repeats?: boolean
}

const weakSignal: Conditions = { rateKbps: 300, latencyMs: 60, jitterMs: 60, loss: 0.1, burst: 2 }
const noSignal: Conditions = { loss: 1 }
const crowd: Conditions = { rateKbps: 600, latencyMs: 60, jitterMs: 120, loss: 0.05, burst: 3 }

/** Networks that people have. The numbers are of the order that is met, and no measurement of any one network. */
export const networkProfiles = {
  /** What browsers' developer tools take for 3G, with the jitter that it has. */
  '3g': {
    phases: [
      {
        up: { rateKbps: 750, latencyMs: 75, jitterMs: 30, loss: 0.01 },
        down: { rateKbps: 1_600, latencyMs: 75, jitterMs: 30, loss: 0.01 },
      },
    ],
  },
  /** Geostationary: far away, and little is lost. */
  satellite: {
    phases: [
      {
        up: { rateKbps: 3_000, latencyMs: 280, jitterMs: 20, loss: 0.01, burst: 2 },
        down: { rateKbps: 20_000, latencyMs: 280, jitterMs: 20, loss: 0.01, burst: 2 },
      },
    ],
  },
  /** Somebody else uploads: so little is left that sound alone does not fit, and what is sent waits long in the router. */
  'congested-uplink': {
    phases: [{ up: { rateKbps: 30, queueMs: 1_000, latencyMs: 20, jitterMs: 30 } }],
  },
  /** Into a lift, along with it, and out again. */
  lift: {
    phases: [
      { name: 'the doors close', lasts: '3s', up: weakSignal, down: weakSignal },
      { name: 'inside', lasts: '6s', up: noSignal, down: noSignal },
      { name: 'the doors open', lasts: '3s', up: weakSignal, down: weakSignal },
    ],
  },
  /** From one cell to the next: weaker, nothing for a moment, and over another way. */
  'hand-over': {
    phases: [
      { name: 'the edge of the cell', lasts: '3s', up: weakSignal, down: weakSignal },
      { name: 'between the cells', lasts: '400ms', up: noSignal, down: noSignal },
      {
        name: 'the next cell',
        lasts: '3s',
        up: { latencyMs: 90, jitterMs: 30, reorder: 0.05 },
        down: { latencyMs: 90, jitterMs: 30, reorder: 0.05 },
      },
    ],
  },
  /** Everybody streams, then nobody for a while, and so on. */
  'hotel-wifi': {
    phases: [
      { name: 'everybody streams', lasts: '4s', up: crowd, down: crowd },
      {
        name: 'a lull',
        lasts: '4s',
        up: { latencyMs: 20, jitterMs: 20 },
        down: { latencyMs: 20, jitterMs: 20 },
      },
    ],
    repeats: true,
  },
} as const satisfies Record<string, NetworkProfile>

/** Name of a network that people have, such as `3g`; see `network.shape`. */
export type NetworkProfileName = keyof typeof networkProfiles
