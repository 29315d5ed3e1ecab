import type { MessageInitShape, MessageShape } from '@bufbuild/protobuf'
import type { requests } from './messages.ts'
import type { RoomTunnel } from './room-tunnel.ts'
import type { Seat } from './seat.ts'

type Entry = (typeof requests)[keyof typeof requests]
export type RequestName = Entry['name']
type Named<N extends RequestName> = Extract<Entry, { name: N }>
export type MessageOf<N extends RequestName> = MessageShape<Named<N>['schema']>
export type AnswerOf<N extends RequestName> = MessageInitShape<Named<N>['answer']>

/** Where a request comes from. */
export interface Origin {
  readonly client: RoomTunnel
  /** The room the client's context key stands for. */
  readonly seat: Seat
}

/** How the cloud itself answers requests; `rsp_head` is added where an answer has none. */
export type Answers<N extends RequestName> = {
  [K in N]: (message: MessageOf<K>, origin: Origin) => AnswerOf<K>
}
