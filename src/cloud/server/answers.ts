import { Refusal } from '../exchange/refusal.ts'
import type { Gateway } from '../gateway/gateway.ts'
import type { Room } from '../liveroom/room.ts'
import { sendCommand } from '../liveroom/talk.ts'
import type { Action, MessageOf } from './messages.ts'
import { refused } from './refused.ts'

/** What the server API can see and change. */
export interface ServerReach {
  /** Rooms anybody was in so far. */
  readonly rooms: () => readonly Room[]
  readonly gateway: Pick<Gateway, 'forbid' | 'resume'>
}

/** `Data` of an answer; an action that has none gives nothing. */
export type Answers = {
  readonly [A in Action]: (message: MessageOf<A>, reach: ServerReach) => object | null | undefined
}

const limits = { users: 5, recipients: 10, bytes: 1_024, page: 200 } as const

/** How the cloud itself answers. Each throws the documented `Refusal` of what its page names. */
export const answers: Answers = {
  KickoutUser: ({ AppId, RoomId, UserId, CustomReason = '' }, reach) => {
    if (UserId.length > limits.users)
      throw new Refusal(refused.tooManyUsers, `more than ${limits.users} users`)
    const room = existing(AppId, RoomId, reach)
    const present = UserId.filter((user) => room.members.has(user))
    if (!present.length) throw new Refusal(refused.noSuchUser, `not in room ${RoomId}: ${UserId.join(', ')}`)
    for (const user of present) room.kick(user, 'by-server', { message: CustomReason, judgedBy: 'clients' })
    return undefined
  },

  DescribeUserNum: ({ AppId, RoomId }, reach) => ({
    UserCountList: RoomId.map((id) => ({
      RoomId: id,
      UserCount: found(AppId, id, reach)?.members.size ?? 0,
      AdminUserCount: 0,
    })),
  }),

  DescribeUserList: ({ AppId, RoomId, Mode = '0', Limit = `${limits.page}`, Marker = '0' }, reach) => {
    const inOrder = [...(found(AppId, RoomId, reach)?.members.values() ?? [])]
    const users = Mode === '1' ? inOrder.reverse() : inOrder
    const [from, count] = [Number(Marker), Number(Limit)]
    if (!isUpTo(count, limits.page) || !isUpTo(from, users.length))
      throw new Refusal(refused.parametersWrong, `no such Limit or Marker: ${Limit}, ${Marker}`)
    const end = from + count
    return {
      Marker: end < users.length ? `${end}` : '',
      UserList: users
        .slice(from, end)
        .map(({ userId, userName }) => ({ UserId: userId, UserName: userName })),
    }
  },

  DescribeSimpleStreamList: ({ AppId, RoomId }, reach) => ({
    StreamList: [...existing(AppId, RoomId, reach).streams.values()].map((stream) => ({
      StreamId: stream.streamId,
      UserId: stream.idName,
      UserName: stream.nickName,
      CreateTime: Number(stream.createTime),
      StreamNumberId: stream.streamNid,
    })),
  }),

  SendBroadcastMessage: (message, reach) => {
    const { AppId, RoomId, UserId, UserName = UserId, MessageCategory } = message
    const content = contentOf(message)
    const room = existing(AppId, RoomId, reach)
    const from = { userId: UserId, userName: UserName }
    return { MessageId: room.sayAs(from, content, Number(MessageCategory)) }
  },

  SendCustomCommand: (message, reach) => {
    const { AppId, RoomId, FromUserId, ToUserId } = message
    if (ToUserId && ToUserId.length > limits.recipients)
      throw new Refusal(refused.tooManyUsers, `more than ${limits.recipients} users`)
    const content = contentOf(message)
    const room = existing(AppId, RoomId, reach)
    const recipients = ToUserId ?? [...room.members.keys()]
    const from = room.members.get(FromUserId) ?? { userId: FromUserId, userName: FromUserId }
    for (const to of recipients) if (to !== FromUserId) sendCommand(room, from, { to, content })
    const absent = recipients.filter((user) => !room.members.has(user))
    return { FailUsers: absent.map((Uid) => ({ Uid, Code: refused.userOffline })) }
  },

  ForbidRTCStream: ({ StreamId }, { gateway }) => {
    gateway.forbid(StreamId)
    return null
  },

  ResumeRTCStream: ({ StreamId }, { gateway }) => {
    gateway.resume(StreamId)
    return null
  },
}

function contentOf({ MessageContent }: { readonly MessageContent: string }): string {
  if (!MessageContent) throw new Refusal(refused.noContent, 'MessageContent is empty')
  if (new TextEncoder().encode(MessageContent).length > limits.bytes)
    throw new Refusal(refused.messageTooLong, `MessageContent is longer than ${limits.bytes} bytes`)
  return MessageContent
}

/** A room without users is no room, and no app sees those of another. */
function found(appId: string, roomId: string, { rooms }: ServerReach): Room | undefined {
  const room = rooms().find(({ id, members }) => id === roomId && members.size > 0)
  const owner = [...(room?.members.values() ?? [])].find((member) => member.appId !== undefined)
  return owner && owner.appId !== Number(appId) ? undefined : room
}

/** @throws {Refusal} when there is none */
function existing(appId: string, roomId: string, reach: ServerReach): Room {
  const room = found(appId, roomId, reach)
  if (room) return room
  throw new Refusal(refused.noSuchRoom, `no room ${roomId}`)
}

const isUpTo = (number: number, limit: number) => Number.isInteger(number) && number >= 0 && number <= limit
