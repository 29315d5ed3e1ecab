import { isDeepStrictEqual } from 'node:util'
import type { Journal } from '../cloud/exchange/journal.ts'
import type { Observation } from './observation.ts'
import { snapshot } from './page/snapshot.ts'

interface Seen {
  readonly timeline: { since(at: number): readonly Observation[] }
}

/**
 * The first call of the SDK that carried a value, as it is or as a part of an argument; of what no call carries, such as an
 * argument of a constructor or a part of a token, the first request that did.
 *
 * @param since ms of `Date.now()`
 * @returns the name of the method or of the request; undefined where there is none
 */
export function carriedBy(
  value: unknown,
  since: number,
  { timeline }: Seen,
  { entries }: Pick<Journal, 'entries'>,
): string | undefined {
  // Nothing at all leaves no trace in a call.
  if (value === undefined) return timeline.since(since).find(({ channel }) => channel === 'api')?.name
  const wanted = asRecorded(value)
  const call = timeline.since(since).find(({ channel, name, payload }) => {
    if (channel !== 'api') return false
    const { args = [] } = payload as { args?: readonly unknown[] }
    return holds([args, [name, ...args]], wanted)
  })
  if (call) return call.name
  const isOne = ({ at, direction, message }: Journal['entries'][number]) =>
    at >= since && direction === 'in' && holds(message, wanted)
  return entries.find(isOne)?.name
}

/** A value as the page records it, which shortens what is long, on its way through JSON. */
const asRecorded = (value: unknown): unknown => JSON.parse(JSON.stringify([snapshot(value)]))[0]

/** Whether a recorded value is, has or, as a text, contains the wanted one. Of a wanted object, all fields must be there. */
function holds(found: unknown, wanted: unknown): boolean {
  if (isLike(found, wanted)) return true
  if (typeof found === 'string' && typeof wanted === 'string') return wanted !== '' && found.includes(wanted)
  return (
    typeof found === 'object' && found !== null && Object.values(found).some((part) => holds(part, wanted))
  )
}

function isLike(found: unknown, wanted: unknown): boolean {
  // What lies too deep to be recorded may be anything.
  if (found === '[…]') return typeof wanted === 'object' && wanted !== null
  if (Array.isArray(found) && Array.isArray(wanted))
    return found.length === wanted.length && wanted.every((part, index) => isLike(found[index], part))
  if (!isPlain(found) || !isPlain(wanted)) return isDeepStrictEqual(found, wanted)
  // An object without fields would be like all others.
  if (Object.keys(wanted).length === 0) return Object.keys(found).length === 0
  return Object.entries(wanted).every(([key, part]) => isLike(found[key], part))
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
