import type { Journal } from '../../cloud/exchange/journal.ts'
import { FaultNotInjected } from './receipt.ts'

/**
 * Makes the cloud say something unasked, and reads back what left for a client.
 *
 * @param names the messages that prove it; one is enough
 * @param isHeard whether a client can hear it; to one that cannot, nothing is said, and the cloud stays as it is
 * @returns the names of those that left
 * @throws {FaultNotInjected} when none did: nobody is there, or the client's network is cut, held or offline
 */
export function pushes(
  journal: Journal,
  names: readonly string[],
  act: () => void,
  isHeard = true,
): string[] {
  const seen = journal.entries.length
  if (isHeard) act()
  return leftSince(journal, seen, names, isHeard)
}

/**
 * Reads back what left for a client, of what the cloud said since the journal had that many entries.
 *
 * @throws {FaultNotInjected} as `pushes` does
 */
export function leftSince(
  { entries }: Journal,
  seen: number,
  names: readonly string[],
  isHeard = true,
): string[] {
  const made = entries
    .slice(seen)
    .filter(({ direction, name }) => direction === 'out' && names.includes(name))
  const pushed = made.filter(({ lost }) => !lost).map(({ name }) => name)
  if (pushed.length) return pushed
  const why = made.length > 0 || !isHeard ? ', for the network of the client is cut, held or offline' : ''
  throw new FaultNotInjected(`the cloud to send ${names.join(' or ')}`, `nothing was sent${why}`)
}
