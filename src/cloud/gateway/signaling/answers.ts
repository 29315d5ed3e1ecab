import type { MessageInitShape, MessageShape } from '@bufbuild/protobuf'
import type { Gateway } from '../gateway.ts'
import type { Session } from '../session.ts'
import type { MediaTunnel } from './media-tunnel.ts'
import type { PushName, pushes, RequestName, requests } from './messages.ts'

type Named<N extends RequestName> = Extract<(typeof requests)[keyof typeof requests], { name: N }>
/** A request as decoded. */
export type MessageOf<N extends RequestName> = MessageShape<Named<N>['schema']>
/** What an answer is made of. */
export type AnswerOf<N extends RequestName> = MessageInitShape<Named<N>['answer']>
/** What a push is made of. */
export type PushOf<N extends PushName> = MessageInitShape<(typeof pushes)[N]['schema']>

/** Where a request comes from. */
export interface Origin {
  readonly gateway: Gateway
  readonly client: MediaTunnel
  /** The number in the request's head. */
  readonly sessionId: number
  /** That session of this user, unless it is over. */
  readonly session: Session | undefined
}

/** An answer, and the session its head names where that is not the one of the request's head. */
export type Answer<Init> = Init & { readonly inSession?: number }

/** How the gateway itself answers requests. */
export type Answers<N extends RequestName> = {
  [K in N]: (message: MessageOf<K>, origin: Origin) => Promise<Answer<AnswerOf<K>>> | Answer<AnswerOf<K>>
}
