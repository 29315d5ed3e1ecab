import { create, type MessageInitShape } from '@bufbuild/protobuf'
import type { Judge } from '../exchange/journal.ts'
import type { BrokenPart } from '../exchange/reply.ts'
import type { InitOf, NameIn } from '../exchange/table.ts'
import { unreadable } from '../exchange/unreadable.ts'
import { encode, type Schema } from '../proto/codec.ts'
import { PushBigImSchema } from '../proto/gen/liveroom_pb.ts'
import { MergePushReqSchema, PushKickoutSchema, PushReqSchema } from '../proto/gen/switch_pb.ts'
import { pushes } from './messages.ts'

type PushName = NameIn<typeof pushes>

/** A custom command as the SDK of its sender writes it; the service hands it on as it is. */
export interface CustomCommand {
  readonly from_userid: string
  readonly from_username: string
  readonly request_id: string
  readonly custom_content: string
  readonly room_id: string
}

/** Tells one client, in one room, something it did not ask for. */
export interface Push {
  <Name extends PushName>(name: Name, init: InitOf<typeof pushes, Name>, judgedBy?: Judge): void
  /** A custom command: raw JSON, which is no message of the table. */
  custom(command: CustomCommand): void
  /** Barrage messages, which come merged: in a MergePushReq. */
  barrage(init: MessageInitShape<typeof PushBigImSchema>): void
  /** A push that no client can read, or under a sub-command that none knows. */
  broken(part: BrokenPart): void
  /** A kick-out of the whole link instead of one room. */
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

/** `Header.cmd` of what is sent unasked. */
const commands = { PushReq: 1101, MergePushReq: 1103, PushKickout: 1105 } as const

/** `PushReqHead.sub_cmd` of what the table has not: JSON, what comes merged, and what nobody knows. */
const subCommands = { custom: 11005, barrage: 14001, unknown: 19_999 } as const

/** Builds the push functions of one client in one room on the way its packets leave. */
export function pushThrough(send: SendPacket): Push {
  const encoded = <S extends Schema>(schema: S, init: MessageInitShape<S>) => {
    const message = create(schema, init)
    return { message, body: encode(schema, message) }
  }
  const wrap = (subCmd: number, name: string, message: unknown, msgBody: Uint8Array, judgedBy?: Judge) => {
    const head = { subCmd, qosFlag: ACKNOWLEDGE, sendTime: BigInt(Date.now()) }
    send(commands.PushReq, name, message, encoded(PushReqSchema, { head, msgBody }).body, judgedBy)
  }
  const push = <Name extends PushName>(name: Name, init: InitOf<typeof pushes, Name>, judgedBy?: Judge) => {
    const { number, schema } = pushes[name]
    const { message, body } = encoded(schema as Schema, init as MessageInitShape<Schema>)
    wrap(number, schema.name, message, body, judgedBy)
  }
  return Object.assign(push, {
    custom(command: CustomCommand) {
      wrap(subCommands.custom, 'PushSignalCustom', command, new TextEncoder().encode(JSON.stringify(command)))
    },
    barrage(init: MessageInitShape<typeof PushBigImSchema>) {
      const { message, body: msgBody } = encoded(PushBigImSchema, init)
      const head = { qosFlag: ACKNOWLEDGE, sendTime: BigInt(Date.now()) }
      const messageList = [{ subCmd: subCommands.barrage, subSeq: 1, msgBody }]
      send(
        commands.MergePushReq,
        'PushBigIm',
        message,
        encoded(MergePushReqSchema, { head, messageList }).body,
      )
    },
    broken(part: BrokenPart) {
      if (part === 'body') wrap(pushes.PushIm.number, 'unreadable', {}, unreadable)
      else wrap(subCommands.unknown, 'unknown', {}, new Uint8Array())
    },
    kickLink(init: MessageInitShape<typeof PushKickoutSchema>) {
      const { message, body } = encoded(PushKickoutSchema, init)
      send(commands.PushKickout, 'PushKickout', message, body)
    },
  })
}
