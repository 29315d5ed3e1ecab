/** What a span of the SDK's telemetry tells: `tags.error` is the code its operation ended with. */
export interface TelemetrySpan {
  readonly name: string
  readonly tags: { readonly error?: number; readonly message?: string } & Record<string, unknown>
  /** Ms the operation took. */
  readonly duration?: number
  /** When the operation ended, in ms of the page's `Date.now()`. */
  readonly end_time?: number
}

/** The SDK sends its spans within seconds. One that seems older comes from a page whose clock is not the real one. */
const oldest = 60_000

/** When the operation of a span ended; the time of its arrival where the page's clock cannot be believed. */
export function endOf({ end_time: end }: TelemetrySpan, arrival: number): number {
  return end !== undefined && end <= arrival && arrival - end < oldest ? end : arrival
}
