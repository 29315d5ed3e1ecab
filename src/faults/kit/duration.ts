import { shown } from '../../cloud/exchange/demand.ts'

const units: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

/** Milliseconds, or words such as `5m`, `90s`, `1h30m` or `250ms`. */
export type Duration = number | string

/** A duration in ms. @throws {TypeError} with examples of what is understood */
export function inMs(duration: Duration): number {
  const ms = typeof duration === 'string' ? parse(duration) : duration
  if (Number.isFinite(ms) && ms > 0) return ms
  throw new TypeError(
    `${shown(duration)} is not a duration. Use ms as a number above 0, or words such as '5m', '90s', '1h30m', '250ms'.`,
  )
}

/** A duration in ms that a minus makes point back: `-24h`. @throws {TypeError} as `inMs` does */
export function inSignedMs(duration: Duration): number {
  if (typeof duration === 'number' && duration < 0) return -inMs(-duration)
  if (typeof duration === 'string' && duration.startsWith('-')) return -inMs(duration.slice(1))
  return inMs(duration)
}

function parse(words: string): number {
  const parts = [...words.matchAll(/(\d+(?:\.\d+)?)\s*(ms|s|m|h)\s*/g)]
  if (parts.map(([part]) => part).join('') !== words) return Number.NaN
  return parts.reduce((sum, [, amount, unit = '']) => sum + Number(amount) * (units[unit] ?? 0), 0)
}
