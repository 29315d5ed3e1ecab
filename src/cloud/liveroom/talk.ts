import type { Push } from './pushes.ts'
import type { Member, Room } from './room.ts'

/** A message under a barrage, by the fields that clients read. */
export interface BarrageMessage {
  readonly msgCategory: number
  readonly msgType: number
  readonly msgContent: string
  readonly msgTimestamp?: bigint
}

/**
 * Barrage messages to everybody else: clients see `IMRecvBarrageMessage`.
 *
 * @returns the number each one got, in order
 */
export function sendBarrage(
  room: Room,
  from: string,
  messages: readonly BarrageMessage[],
): readonly string[] {
  const { userName } = room.member(from)
  const msgList = messages.map(({ msgCategory, msgType, msgContent, msgTimestamp }) => ({
    idName: from,
    nickName: userName,
    role: 0,
    msgId: `${++room.seq.message}`,
    msgCategory,
    msgType,
    msgContent,
    msgTimestamp,
  }))
  for (const member of room.members.values()) if (member.userId !== from) member.push?.barrage({ msgList })
  return msgList.map(({ msgId }) => msgId)
}

/** A transparent message to some, or to everybody else: clients see `recvRoomTransparentMessage`. */
export function sendTransparent(
  room: Room,
  from: string,
  { msgData, to, clientSeq = 0n }: { msgData: string; to: readonly string[]; clientSeq?: bigint },
): void {
  const { userName } = room.member(from)
  const message = { msgData, clientSeq, senderIdname: from, senderNickname: userName }
  for (const push of recipients(room, from, to)) push('PushTransparentMsg', message)
}

/** A message on a channel of the room, as AI agents send it, to some, or to everybody else: clients see `recvRoomChannelMessage`. */
export function sendOnChannel(
  room: Room,
  from: string,
  message: { readonly channelType: number; readonly msgType: number; readonly msgContent: string },
  to: readonly string[] = [],
): void {
  const { userName } = room.member(from)
  for (const push of recipients(room, from, to))
    push('PushChannelMsg', { senderIdname: from, senderNickname: userName, ...message })
}

/** How to reach those clients, or where none is named all, but the one that it comes from. */
function recipients({ members }: Room, from: string, to: readonly string[]): Push[] {
  const ids = to.length > 0 ? to : [...members.keys()]
  return ids.flatMap((id) => (id === from ? [] : (members.get(id)?.push ?? [])))
}

/** A custom command in the name of somebody, to one who is in the room: its client sees `IMRecvCustomCommand`. */
export function sendCommand(
  room: Room,
  from: Pick<Member, 'userId' | 'userName'>,
  { to, content }: { readonly to: string; readonly content: string },
): void {
  room.members.get(to)?.push?.custom({
    from_userid: from.userId,
    from_username: from.userName,
    request_id: `${Date.now()}`,
    custom_content: content,
    room_id: room.id,
  })
}
