import type { Parameters } from './accesshub/json-service.ts'
import { requests as accesshubRequests } from './accesshub/messages.ts'
import { requests as cdnRequests } from './cdn/messages.ts'
import type { Layer } from './exchange/defect.ts'
import { demandFields, shown } from './exchange/demand.ts'
import { Handler, type HandlerOptions, type Resolver } from './exchange/handler.ts'
import type { AnsweredBy, MessageOf, NameIn, Requests } from './exchange/table.ts'
import { requests as gatewayRequests } from './gateway/signaling/messages.ts'
import { requests as liveroomRequests } from './liveroom/messages.ts'
import { requests as mixerRequests } from './mixer/messages.ts'
import { type MusicPath, requests as musicRequests } from './music/messages.ts'
import { type Action, type MessageOf as CallOf, requests as serverRequests } from './server/messages.ts'

type AllRequests = typeof accesshubRequests &
  typeof liveroomRequests &
  typeof gatewayRequests &
  typeof mixerRequests &
  typeof cdnRequests

/** The answer to a request, by its name; to a call of the server API, by its action, the fields of its JSON; to one of the music service, by its path. */
export type AnswerOf<Name> = Name extends MusicPath | Action
  ? Record<string, unknown>
  : Name extends keyof AllRequests
    ? AnsweredBy<AllRequests, Name>
    : never

/** Makes the typed `service(name, resolver)` function of one service from its table of requests. */
export function service<Table extends Requests>(layer: Layer, table: Table) {
  const names = Object.keys(table)

  return <Name extends NameIn<Table>>(
    name: Name,
    resolver: Resolver<MessageOf<Table, Name>, AnsweredBy<Table, Name>>,
    options?: HandlerOptions,
  ): Handler => handler(layer, names, name, resolver, options)
}

function handler(
  layer: Layer,
  names: string[],
  name: string,
  resolver: Resolver<never>,
  options?: HandlerOptions,
): Handler {
  if (typeof resolver !== 'function')
    throw new TypeError(
      `A handler of ${name} takes a function, () => reply.silence(), not ${shown(resolver)}.`,
    )
  if (options !== undefined) demandFields(`A handler of ${name}`, options, ['once'])
  if (names.includes(name)) return new Handler(layer, name, resolver, options)
  throw new Error(`${layer} has no request named ${name}. It has: ${names.join(', ')}.`)
}

/**
 * Handles a frame of the link, below any service.
 *
 * @example cloud.use(accesshub('GetAppConfigRequest', () => reply.code(20012)))
 */
export const accesshub = service('accesshub', accesshubRequests)

/**
 * Handles a request of the room service.
 *
 * @example cloud.use(liveroom('LoginRoomReq', () => reply.code(1105), { once: true }))
 */
export const liveroom = service('liveroom', liveroomRequests)

/**
 * Handles a request of the media gateway.
 *
 * @example cloud.use(gateway('CreateSessionWithSdpReq', () => reply.code(2012)))
 */
export const gateway = service('gateway', gatewayRequests)

/**
 * Handles a request of the mixing service.
 *
 * @example cloud.use(mixer('MixStreamStartRequest', () => reply.code(157)))
 */
export const mixer = service('mixer', mixerRequests)

/**
 * Handles a request of the relay to CDNs.
 *
 * @example cloud.use(cdn('RelayPublishCdnRequest', () => reply.code(5005)))
 */
export const cdn = service('cdn', cdnRequests)

/**
 * Handles a call of the music service, by its path.
 *
 * @example cloud.use(music('/song/url', () => reply.code(10002)))
 */
export const music = (
  path: MusicPath,
  resolver: Resolver<Parameters, Record<string, unknown>>,
  options?: HandlerOptions,
): Handler => handler('music', Object.keys(musicRequests), path, resolver, options)

/**
 * Handles a call of the server API, which the app's own back end makes, by its action.
 *
 * @example cloud.use(server('KickoutUser', () => reply.code(206)))
 */
export const server = <Name extends Action>(
  action: Name,
  resolver: Resolver<CallOf<Name>, Record<string, unknown>>,
  options?: HandlerOptions,
): Handler => handler('server', Object.keys(serverRequests), action, resolver, options)
