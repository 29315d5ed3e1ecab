import type { ExpectMatcherState, MatcherReturnType } from '@playwright/test'
import { requests as accesshub } from '../../cloud/accesshub/messages.ts'
import { requests as cdn } from '../../cloud/cdn/messages.ts'
import type { Entry, Journal } from '../../cloud/exchange/journal.ts'
import { requests as gateway } from '../../cloud/gateway/signaling/messages.ts'
import { requests as liveroom } from '../../cloud/liveroom/messages.ts'
import { requests as mixer } from '../../cloud/mixer/messages.ts'
import { requests as music } from '../../cloud/music/messages.ts'
import { requests as server } from '../../cloud/server/messages.ts'

/** How a request of the app's is counted. */
export interface ReceivedOptions {
  /** How often, exactly; at least once by default. More than that fails at once, fewer when the time is up. */
  readonly times?: number
  /** Counts only what came after this time, in ms of `Date.now()`. */
  readonly since?: number
  /** Ms to wait; the `expect` timeout of the project by default. */
  readonly timeout?: number
}

const names = [accesshub, cdn, gateway, liveroom, mixer, music, server].flatMap((table) => Object.keys(table))

/**
 * Asserts that the cloud received a request of the SDK with these fields: what the app really sent, whatever it was answered.
 * With `.not`, that it has received none so far; `times` says exactly how many there may be.
 *
 * @param wanted fields of the message, others may be there too; asymmetric matchers are welcome
 * @throws when the SDK makes no request of that name
 * @example await expect(cloud).toHaveReceived('LoginRoomReq', { idName: 'host' }, { times: 1 })
 */
export async function toHaveReceived(
  this: ExpectMatcherState,
  cloud: { readonly journal: Journal },
  name: string,
  wanted: Readonly<Record<string, unknown>> = {},
  { times, since = 0, timeout = this.timeout }: ReceivedOptions = {},
): Promise<MatcherReturnType> {
  if (!names.includes(name))
    throw new TypeError(`The SDK makes no request named ${name}. It makes: ${names.join(', ')}.`)
  const { journal } = cloud
  const came = () =>
    journal.entries.filter(
      ({ at, direction, name: each }) => direction === 'in' && each === name && at >= since,
    )
  const matching = () => came().filter(({ message }) => matches(message, wanted))
  const isThere = () => (times === undefined ? matching().length > 0 : matching().length >= times)
  if (!this.isNot) await until(journal, isThere, timeout)
  const found = matching().length
  const pass = times === undefined ? found > 0 : found === times
  const hint = this.utils.matcherHint('toHaveReceived', 'cloud', name, { isNot: this.isNot })
  return {
    pass,
    name: 'toHaveReceived',
    message: () => `${hint}\n\n${inWords({ name, wanted, times, found, isNot: this.isNot, came: came() })}`,
  }
}

/** Whether all that is wanted is so, however deep; an asymmetric matcher decides for itself. */
function matches(actual: unknown, wanted: unknown): boolean {
  if (isAsymmetric(wanted)) return wanted.asymmetricMatch(actual)
  if (!isObject(wanted)) return Object.is(actual, wanted)
  if (!isObject(actual)) return false
  if (Array.isArray(wanted) && wanted.length !== (actual as { length?: number }).length) return false
  return Object.entries(wanted).every(([key, value]) => matches(actual[key], value))
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isAsymmetric = (value: unknown): value is { asymmetricMatch(actual: unknown): boolean } =>
  isObject(value) && typeof value.asymmetricMatch === 'function'

/** Waits for the journal to say so, and no longer than that. */
function until(journal: Journal, isSo: () => boolean, timeout: number): Promise<void> {
  if (isSo()) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const stop = journal.subscribe(() => isSo() && done())
    const timer = setTimeout(done, timeout)
  })
}

interface Asked {
  readonly name: string
  readonly wanted: object
  readonly times: number | undefined
  readonly found: number
  readonly isNot: boolean
  readonly came: readonly Entry[]
}

function inWords({ name, wanted, times, found, isNot, came }: Asked): string {
  const often = times === undefined ? '' : ` ${times} times`
  const which = Object.keys(wanted).length ? ` with ${text(wanted)}` : ''
  const first = `The cloud was to receive ${isNot ? 'no ' : ''}${name}${often}${which}: it received ${found}.`
  const others = came.map(({ message }) => `  ${text(message)}`)
  if (!others.length) return `${first}\nIt received no ${name} at all.`
  return [first, `Every ${name} that came:`, ...others].join('\n')
}

const text = (value: unknown): string =>
  JSON.stringify(value, (key, each) => {
    if (key === '$typeName') return undefined
    return typeof each === 'bigint' ? `${each}` : each
  })
