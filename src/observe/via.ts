import { shown } from '../cloud/exchange/demand.ts'
import { nearest } from '../codes/search/nearest.ts'
import { apiNames, eventNames } from './names.ts'
import type { Channel, Observation, Via } from './observation.ts'

const channels: readonly Channel[] = ['api', 'event', 'console', 'pageerror', 'telemetry']
const consoleLevels = ['error', 'warning']

/** A `via` that names no channel, API, event or console level there is. */
export class UnknownVia extends Error {
  override name = 'UnknownVia'
}

/** Names that the engines found in the page have, besides those of the declared ones. */
export interface KnownNames {
  readonly methods: readonly string[]
  readonly events: readonly string[]
}

/** Where an app can hear a code. The console is for its developers, telemetry for ZEGO. */
const heardByApps: readonly Channel[] = ['api', 'event', 'pageerror']

/** Whether an app can hear what came on this channel: an API, an event, or an error that nobody caught. */
export function isForApps({ channel }: Observation): boolean {
  return heardByApps.includes(channel)
}

/**
 * Whether an observation came on the channel, and under the name if there is one, that `via` asks for; without one, on a
 * channel that an app can hear.
 */
export function cameVia(seen: Observation, via: Via | undefined): boolean {
  return via === undefined ? isForApps(seen) : via === seen.channel || via === viaOf(seen)
}

/** The `via` that would have matched this observation exactly. */
export function viaOf({ channel, name }: Observation): Via {
  return `${channel}:${name}`
}

/**
 * Refuses a `via` that can never match, before any time is spent on waiting for it.
 *
 * @throws UnknownVia with the valid values nearest to what was asked for
 */
export function checkVia(via: Via | undefined, known: KnownNames): void {
  if (via === undefined) return
  if (typeof via !== 'string')
    throw new UnknownVia(`via takes a text, such as 'event:deviceError', not ${shown(via)}.`)
  const colon = via.indexOf(':')
  const channel = colon < 0 ? via : via.slice(0, colon)
  if (!channels.some((valid) => valid === channel)) {
    throw new UnknownVia(
      `Unknown via '${via}': '${channel}' is not a channel. Use one of ${channels.join(', ')}, ` +
        "each alone or with a name: 'event:deviceError', 'api:loginRoom', 'console:error'.",
    )
  }
  if (colon < 0) return
  const name = via.slice(colon + 1)
  const valid = namesOf(channel, known)
  if (valid && !valid.includes(name)) {
    const close = nearest(name, valid)
    throw new UnknownVia(
      `Unknown via '${via}': the SDK has no ${nouns[channel]} '${name}'. ` +
        (close.length > 0 ? `Did you mean ${close.join(', ')}?` : `Valid are ${valid.join(', ')}.`),
    )
  }
}

const nouns: Record<string, string> = { api: 'API', event: 'event', console: 'console level' }

function namesOf(channel: string, { methods, events }: KnownNames): readonly string[] | undefined {
  if (channel === 'api') return [...new Set([...apiNames, ...methods])]
  if (channel === 'event') return [...new Set([...eventNames, ...events])]
  return channel === 'console' ? consoleLevels : undefined
}
