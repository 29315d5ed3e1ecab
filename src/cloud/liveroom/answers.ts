import type * as table from '../exchange/table.ts'
import type { NameIn } from '../exchange/table.ts'
import type { requests } from './messages.ts'
import type { RoomTunnel } from './room-tunnel.ts'
import type { Seat } from './seat.ts'
import type { RoomService } from './service.ts'

/** A request by name, such as `LoginRoomReq`. */
export type RequestName = NameIn<typeof requests>
/** A request as decoded. */
export type MessageOf<N extends RequestName> = table.MessageOf<typeof requests, N>
/** What an answer is made of. */
export type AnswerOf<N extends RequestName> = table.AnswerOf<typeof requests, N>

/** Where a request comes from. */
export interface Origin {
  readonly client: RoomTunnel
  /** The room the client's context key stands for. */
  readonly seat: Seat
  readonly service: RoomService
}

/** How the cloud itself answers requests; `rsp_head` is added. What is thrown becomes a refusal. */
export type Answers<N extends RequestName> = {
  [K in N]: (message: MessageOf<K>, origin: Origin) => AnswerOf<K>
}
