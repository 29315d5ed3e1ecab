import type { Span } from '../../cloud/telemetry/log-socket.ts'

/** The SDK sends its spans within seconds. One that seems older comes from a page whose clock is not the real one. */
const oldest = 60_000

/** When the operation of a span ended; the time of its arrival where the page's clock cannot be believed. */
export function endOf({ end_time: end }: Pick<Span, 'end_time'>, arrival: number): number {
  return end !== undefined && end <= arrival && arrival - end < oldest ? end : arrival
}
