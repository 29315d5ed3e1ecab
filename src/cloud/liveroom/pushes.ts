import { create, type MessageInitShape } from '@bufbuild/protobuf'
import type { Judge } from '../exchange/journal.ts'
import type { BrokenPart } from '../exchange/reply.ts'
import { unreadable } from '../exchange/unreadable.ts'
import { encode, type Schema } from '../proto/codec.ts'
import { PushBigImSchema } from '../proto/gen/liveroom_pb.ts'
import { MergePushReqSchema, PushKickoutSchema, PushReqSchema } from '../proto/gen/switch_pb.ts'
import { pushes } from './messages.ts'

type SubCommand = keyof typeof pushes
type Init<C extends SubCommand> = MessageInitShape<(typeof pushes)[C]['schema']>

/** Tells one client, in one room, something it did not ask for. */
export interface Push {
  <C extends SubCommand>(subCmd: C, init: Init<C>, judgedBy?: Judge): void
  /** A custom command: raw JSON under sub_cmd 11005. */
  custom(from: string, content: string): void
  /** Barrage messages, which come merged: sub_cmd 14001 in a MergePushReq. */
  barrage(init: MessageInitShape<typeof PushBigImSchema>): void
  /** A push that no client can read, or under a sub-command that none knows. */
  broken(part: BrokenPart): void
  /** A kick-out of the whole link (cmd 1105) instead of one room. */
  kickLink(init: MessageInitShape<typeof PushKickoutSchema>): void
}

/** Sends one packet of a room to its client. */
export type SendPacket = (
  cmd: number,
  name: string,
  message: unknown,
  body: Uint8Array,
  judgedBy?: Judge,
) => void

const ACKNOWLEDGE = 1

/** Builds the push functions of one client in one room on the way its packets leave. */
export function pushThrough(send: SendPacket, roomId: string): Push {
  const encoded = <S extends Schema>(schema: S, init: MessageInitShape<S>) => {
    const message = create(schema, init)
    return { message, body: encode(schema, message) }
  }
  const wrap = (subCmd: number, name: string, message: unknown, msgBody: Uint8Array, judgedBy?: Judge) => {
    const head = { subCmd, qosFlag: ACKNOWLEDGE, sendTime: BigInt(Date.now()) }
    send(1101, name, message, encoded(PushReqSchema, { head, msgBody }).body, judgedBy)
  }
  const push = <C extends SubCommand>(subCmd: C, init: Init<C>, judgedBy?: Judge) => {
    const { name, schema } = pushes[subCmd]
    const { message, body } = encoded(schema as Schema, init as MessageInitShape<Schema>)
    wrap(subCmd, name, message, body, judgedBy)
  }
  return Object.assign(push, {
    custom(from: string, content: string) {
      const message = {
        from_userid: from,
        from_username: from,
        request_id: `${Date.now()}`,
        custom_content: content,
        room_id: roomId,
      }
      wrap(11005, 'PushSignalCustom', message, new TextEncoder().encode(JSON.stringify(message)))
    },
    barrage(init: MessageInitShape<typeof PushBigImSchema>) {
      const { message, body: msgBody } = encoded(PushBigImSchema, init)
      const head = { qosFlag: ACKNOWLEDGE, sendTime: BigInt(Date.now()) }
      const messageList = [{ subCmd: 14001, subSeq: 1, msgBody }]
      send(1103, 'PushBigIm', message, encoded(MergePushReqSchema, { head, messageList }).body)
    },
    broken(part: BrokenPart) {
      if (part === 'body') wrap(13001, 'unreadable', {}, unreadable)
      else wrap(19_999, 'unknown', {}, new Uint8Array())
    },
    kickLink(init: MessageInitShape<typeof PushKickoutSchema>) {
      const { message, body } = encoded(PushKickoutSchema, init)
      send(1105, 'PushKickout', message, body)
    },
  })
}
