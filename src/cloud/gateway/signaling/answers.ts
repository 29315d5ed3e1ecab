import type { Awaitable } from '../../exchange/exchange.ts'
import type * as table from '../../exchange/table.ts'
import type { Gateway } from '../gateway.ts'
import type { Session } from '../session.ts'
import type { MediaTunnel } from './media-tunnel.ts'
import type { PushName, pushes, RequestName, requests } from './messages.ts'

/** A request as decoded. */
export type MessageOf<N extends RequestName> = table.MessageOf<typeof requests, N>
/** What an answer is made of. */
export type AnswerOf<N extends RequestName> = table.AnswerOf<typeof requests, N>
/** What a push is made of. */
export type PushOf<N extends PushName> = table.InitOf<typeof pushes, N>

/** Where a request comes from. */
export interface Origin {
  readonly gateway: Gateway
  readonly client: MediaTunnel
  /** The session of this user that the request's head names, unless it is over. */
  readonly session: Session | undefined
}

/** An answer; `in` is the session that its head names, where that is not the one of the request's head. */
export type Answer<Init> = Init & { readonly in?: Session }

/** How the gateway itself answers requests. */
export type Answers<N extends RequestName> = {
  [K in N]: (message: MessageOf<K>, origin: Origin) => Awaitable<Answer<AnswerOf<K>>>
}
