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
  for (const id of to.length ? to : room.members.keys()) {
    if (id === from) continue
    room.members
      .get(id)
      ?.push?.('PushTransparentMsg', { msgData, clientSeq, senderIdname: from, senderNickname: userName })
  }
}

/** A message on a channel of the room, as AI agents send it: clients see `recvRoomChannelMessage`. */
export function sendOnChannel(
  room: Room,
  from: string,
  message: { readonly channelType: number; readonly msgType: number; readonly msgContent: string },
): void {
  const { userName } = room.member(from)
  room.broadcast(from, 'PushChannelMsg', { senderIdname: from, senderNickname: userName, ...message })
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
