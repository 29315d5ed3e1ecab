import type { MessageShape } from '@bufbuild/protobuf'
import type { Parameters } from './accesshub/json-service.ts'
import { requests as accesshubRequests } from './accesshub/messages.ts'
import { requests as cdnRequests } from './cdn/messages.ts'
import type { Layer } from './exchange/defect.ts'
import type { Reply } from './exchange/reply.ts'
import { requests as gatewayRequests } from './gateway/signaling/messages.ts'
import { requests as liveroomRequests } from './liveroom/messages.ts'
import { requests as mixerRequests } from './mixer/messages.ts'
import { type MusicPath, requests as musicRequests } from './music/messages.ts'
import type { Schema } from './proto/codec.ts'

/** A request as a handler sees it. */
export interface Request<Message = unknown> {
  readonly message: Message
  /** User ID of the client, once it is known. */
  readonly user?: string
  /** Room the request is about, where it is about one. */
  readonly room?: string
}

type Resolver<Message, Answer = never> = (
  request: Request<Message>,
) => Reply<Answer> | undefined | Promise<Reply<Answer> | undefined>

/** An entry of a service's table of requests. */
type Entry = { readonly name: string; readonly schema: Schema }

/** What a request of a table is answered with. */
type AnswerIn<Entries, Name> = AnswerTo<Extract<Entries, { name: Name }>>
type AnswerTo<Asked> = Asked extends { response: infer Answer extends Schema }
  ? MessageShape<Answer>
  : Asked extends { answer: { schema: infer Answer extends Schema } }
    ? MessageShape<Answer>
    : Asked extends { answer: infer Answer extends Schema }
      ? MessageShape<Answer>
      : never

type Entries<Table> = Table[keyof Table]
type AnyEntry =
  | Entries<typeof accesshubRequests>
  | Entries<typeof liveroomRequests>
  | Entries<typeof gatewayRequests>
  | Entries<typeof mixerRequests>
  | Entries<typeof cdnRequests>

/** The answer to a request, by its name; to one of the music service, by its path, the fields of its JSON. */
export type AnswerOf<Name> = Name extends MusicPath ? Record<string, unknown> : AnswerIn<AnyEntry, Name>

/** Answers one kind of request otherwise than the cloud would. */
export class Handler {
  readonly layer: Layer
  readonly name: string
  readonly once: boolean
  /** The replies it has given so far. */
  readonly given: { readonly at: number; readonly reply: Reply }[] = []
  readonly #resolver: Resolver<never>
  /** Only for `once`: a request has it, or had its reply. */
  #taken = false

  constructor(layer: Layer, name: string, resolver: Resolver<never>, once: boolean) {
    this.layer = layer
    this.name = name
    this.once = once
    this.#resolver = resolver
  }

  /** @returns a reply, or nothing when the request is left to the next handler */
  async resolve(request: Request): Promise<Reply | undefined> {
    if (this.#taken) return undefined
    this.#taken = this.once
    const reply = await this.#resolver(request as Request<never>)
    if (reply) this.given.push({ at: Date.now(), reply })
    else this.#taken = false
    return reply
  }
}

interface Options {
  /** Answer only the first request it matches. */
  once?: boolean
}

/** Makes the typed `service(name, resolver)` function of one service from its table of requests. */
export function service<Asked extends Entry>(layer: Layer, table: Record<number, Asked>) {
  const names: string[] = Object.values(table).map((entry) => entry.name)

  return <N extends Asked['name']>(
    name: N,
    resolver: Resolver<MessageShape<Extract<Asked, { name: N }>['schema']>, AnswerIn<Asked, N>>,
    options: Options = {},
  ): Handler => handler(layer, names, name, resolver, options)
}

function handler(
  layer: Layer,
  names: string[],
  name: string,
  resolver: Resolver<never>,
  { once = false }: Options,
): Handler {
  if (names.includes(name)) return new Handler(layer, name, resolver, once)
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
  options: Options = {},
): Handler => handler('music', Object.keys(musicRequests), path, resolver, options)
