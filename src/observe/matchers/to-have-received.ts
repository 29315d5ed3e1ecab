import type { ExpectMatcherState, MatcherReturnType } from '@playwright/test'
import { requests as accesshub } from '../../cloud/accesshub/messages.ts'
import { requests as cdn } from '../../cloud/cdn/messages.ts'
import { demandWhole } from '../../cloud/exchange/demand.ts'
import { type Entry, Journal } from '../../cloud/exchange/journal.ts'
import type { WireRequest } from '../../cloud/exchange/table.ts'
import { requests as gateway } from '../../cloud/gateway/signaling/messages.ts'
import { requests as liveroom } from '../../cloud/liveroom/messages.ts'
import { requests as mixer } from '../../cloud/mixer/messages.ts'
import { requests as music, common as ofEveryCall } from '../../cloud/music/messages.ts'
import { requests as server } from '../../cloud/server/messages.ts'
import { nearest } from '../../codes/search/nearest.ts'
import type { Receipt } from '../../faults/kit/receipt.ts'
import { beforeTestEnds, timeoutOfTest } from './before-test-ends.ts'
import { demandWait } from './wait-options.ts'

/** How a request of the app's is counted. */
export interface ReceivedOptions {
  /** How often, exactly; at least once by default. More than that fails at once, fewer when the time is up. */
  readonly times?: number
  /** Counts only what came after this fault, or after this time (ms of `Date.now()`). */
  readonly since?: number | Receipt
  /**
   * Ms to wait; the `expect` timeout of the project by default. Never longer than the test has left. With `.not`, ms to watch
   * whether it comes; by default it is looked at once.
   */
  readonly timeout?: number
}

/** The fields that each request may have, by its name. */
const fields: Readonly<Record<string, readonly string[]>> = Object.fromEntries([
  ...[accesshub, cdn, gateway, liveroom, mixer].flatMap((table) =>
    Object.entries<WireRequest>(table).map(
      ([name, { schema }]) => [name, schema.members.map(({ localName }) => localName)] as const,
    ),
  ),
  ...Object.entries(music).map(([path, own]) => [path, [...ofEveryCall, ...own]] as const),
  ...Object.entries<{ needed: readonly string[]; optional?: readonly string[] }>(server).map(
    ([name, { needed, optional = [] }]) =>
      [name, ['AppId', ...[...needed, ...optional].map((each) => each.replace('[]', ''))]] as const,
  ),
])

/**
 * Asserts that the cloud received a request of the SDK with these fields: what the app really sent, whatever it was answered.
 * With `.not`, that it has received none so far, or, where `timeout` is given, that none comes for exactly that long; `times` says
 * exactly how many there may be.
 *
 * @param wanted fields of the message, others may be there too; asymmetric matchers are welcome
 * @throws {TypeError} when the SDK makes no request of that name, or one without that field: it could never come
 * @example await expect(cloud).toHaveReceived('LoginRoomReq', { idName: 'host' }, { times: 1 })
 */
export async function toHaveReceived(
  this: ExpectMatcherState,
  cloud: { readonly journal: Journal },
  name: string,
  wanted: Readonly<Record<string, unknown>> = {},
  options: ReceivedOptions = {},
): Promise<MatcherReturnType> {
  const journal = cloud?.journal
  if (!(journal instanceof Journal))
    throw new TypeError(
      "toHaveReceived is for the fixture cloud: await expect(cloud).toHaveReceived('LoginRoomReq')",
    )
  demandWait('toHaveReceived', options, ['times', 'since'])
  const { times, since = 0, timeout = this.timeout } = options
  demandPossible(name, wanted)
  if (times !== undefined) demandWhole('times', times)
  const from = typeof since === 'object' ? since.at : since
  const came = () =>
    journal.entries.filter(
      ({ at, direction, name: each }) => direction === 'in' && each === name && at >= from,
    )
  const matching = () => came().filter(({ message }) => matches(message, wanted))
  const { isNot } = this
  // So many cannot be refuted any more by what comes: that they are too many, that there are enough.
  const isClear = () => {
    const { length } = matching()
    return times === undefined ? length > 0 : isNot ? length > times : length >= times
  }
  const wait = (signal: AbortSignal) => until(journal, isClear, timeout, signal)
  const isLookedAtOnce = isNot && options.timeout === undefined
  const inTime = isLookedAtOnce || isClear() || (await beforeTestEnds(wait, timeout, journal.begun))
  const found = matching().length
  const pass = (times === undefined ? found > 0 : found === times) || (isNot && !inTime && !isClear())
  const hint = this.utils.matcherHint('toHaveReceived', 'cloud', name, { isNot })
  const asked = { name, wanted, times, found, isNot, came: came(), isTestOver: !inTime }
  return { pass, name: 'toHaveReceived', message: () => `${hint}\n\n${inWords(asked)}` }
}

/** @throws {TypeError} for what no client of the cloud's ever sends: that it stayed away would prove nothing */
function demandPossible(name: string, wanted: Readonly<Record<string, unknown>>): void {
  const known = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (!known) {
    const close = nearest(name, Object.keys(fields))
    const hint =
      close.length > 0
        ? `Did you mean ${close.join(' or ')}?`
        : `It makes: ${Object.keys(fields).join(', ')}.`
    throw new TypeError(`The SDK makes no request named ${name}. ${hint}`)
  }
  if (isAsymmetric(wanted)) return
  if (!isObject(wanted))
    throw new TypeError(`toHaveReceived takes fields of ${name}, { ${known[0]}: … }, not ${text(wanted)}.`)
  const unknown = Object.keys(wanted).filter((field) => !known.includes(field))
  if (unknown.length > 0)
    throw new TypeError(`${name} has no field named ${unknown.join(', ')}. It has: ${known.join(', ')}.`)
}

/** Whether all that is wanted is so, however deep; an asymmetric matcher decides for itself. 64 bits may be asked for as a number. */
function matches(actual: unknown, wanted: unknown): boolean {
  if (isAsymmetric(wanted)) return wanted.asymmetricMatch(actual)
  if (typeof actual === 'bigint' && typeof wanted === 'number') return Number(actual) === wanted
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
function until(journal: Journal, isSo: () => boolean, timeout: number, signal: AbortSignal): Promise<void> {
  if (isSo()) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      stop()
      resolve()
    }
    const stop = journal.subscribe(() => isSo() && done())
    const timer = setTimeout(done, timeout)
    signal.addEventListener('abort', done, { once: true })
  })
}

interface Asked {
  readonly name: string
  readonly wanted: object
  readonly times: number | undefined
  readonly found: number
  readonly isNot: boolean
  readonly came: readonly Entry[]
  readonly isTestOver: boolean
}

function inWords({ name, wanted, times, found, isNot, came, isTestOver }: Asked): string {
  const often = times === undefined ? '' : ` ${times} times`
  const which = Object.keys(wanted).length ? ` with ${text(wanted)}` : ''
  const first = `The cloud was to receive ${isNot ? 'no ' : ''}${name}${often}${which}: it received ${found}.`
  const end = isTestOver
    ? [`The test had no time left: it has ${timeoutOfTest()} ms in all, test.setTimeout() gives it more.`]
    : []
  const others = came.map(({ message }) => `  ${text(message)}`)
  const instead =
    others.length > 0 ? [`Every ${name} that came:`, ...others] : [`It received no ${name} at all.`]
  return [first, ...end, ...instead].join('\n')
}

const text = (value: unknown): string =>
  JSON.stringify(value, (key, each) => {
    if (key === '$typeName') return undefined
    return typeof each === 'bigint' ? `${each}` : each
  })
