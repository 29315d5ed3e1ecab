/** The five ways in which a result code can reach an application or its developers. */
export type Channel = 'api' | 'event' | 'console' | 'pageerror' | 'telemetry'

/** How an API call ended; only on channel `api`. `pending` is recorded when a call gives back a promise. */
export type Outcome = 'rejected' | 'threw' | 'resolved' | 'returned' | 'pending'

/** One thing the SDK said or did, on one channel. */
export interface Observation {
  /** When, in ms of `Date.now()`. */
  readonly at: number
  /** Where the SDK said it. */
  readonly channel: Channel
  /** The API method, event name, console level, error name or telemetry span, e.g. `loginRoom`, `roomStateChanged`. */
  readonly name: string
  /** How an API call stands, or ended; only on the channel `api`. */
  readonly outcome?: Outcome
  /** Every result code found in the payload, 0 included when it stands in a code position; most significant first. */
  readonly codes: readonly number[]
  /** Arguments, result or text: JSON-serialisable, shortened where long. */
  readonly payload: unknown
  /** Number of the engine it came from (1 for the first one created in the page), where there is one. */
  readonly engine?: number
  /** Number of the API call: the same on `pending` and on how the call ended. */
  readonly call?: number
  /** How many listeners an event had when the SDK emitted it; 0 means that nobody heard it. */
  readonly listeners?: number
  /** Number of the page it came from, counted from 1 over all pages of the test; only of what the page itself told. */
  readonly page?: number
  /** URL of the frame it came from. */
  readonly frame?: string
}

/** A channel, optionally narrowed to one name: `event`, `event:deviceError`, `api:loginRoom`, `console`. */
export type Via = Channel | `${Channel}:${string}`
