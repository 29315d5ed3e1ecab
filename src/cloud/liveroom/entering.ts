import type { AnswerOf, Answers } from './answers.ts'
import { inMessage, type Room } from './room.ts'
import type { RoomService } from './service.ts'

/** Ms between heartbeats of a client in a room: three before its silence is noticed. */
const heartbeatInterval = (absenceTimeout: number) => Math.min(30_000, Math.ceil(absenceTimeout * 300))

/** Ms after which a client gives up: three heartbeats without an answer. The SDK sends none before 3 s have passed. */
const heartbeatTimeout = (absenceTimeout: number) => 3 * Math.max(3_000, heartbeatInterval(absenceTimeout))

/** What `LoginRoomRsp` and `EnterRoomRsp` say alike about a room that a user has just entered. */
export function admission(
  room: Room,
  userId: string,
  remaining: number,
  { clock, configuration }: RoomService,
) {
  const streams = [...room.streams.values()].filter((stream) => stream.idName !== userId)
  return {
    userSessionId: BigInt(room.seq.user),
    roomSessionId: 1n,
    userId: 1n,
    retTimestamp: BigInt(clock.now()),
    bigImTimeWindow: 0,
    liveroomHbInterval: heartbeatInterval(configuration.absenceTimeout),
    liveroomHbTimeout: heartbeatTimeout(configuration.absenceTimeout),
    onlineCount: room.members.size,
    anchorInfo: { idName: '', userId: 0n, nickName: '' },
    userlistMergeTimeout: 1_000,
    userlistInterval: 0,
    tokenRemainTime: configuration.tokenExpiryManagement ? remaining : 0,
    transListSeq: room.seq.extraInfo,
    transChannelList: channels(room),
    streamCount: streams.length,
    streamListSeq: room.seq.stream,
    streamInfoList: streams.map(inMessage),
    streamFetchFlag: 0,
  } satisfies AnswerOf<'EnterRoomReq'>
}

/** The extra infos of a room as the list of channels a client compares its own with. */
const channels = (room: Room) => {
  const transSeqList = [...room.extraInfo].map(([transType, { seq }]) => ({ transType, transSeq: seq }))
  return transSeqList.length ? [{ transChannel: 'clt', transSeqList }] : []
}

/** Staying in a room and leaving it. */
export const presence: Answers<
  'LogoutRoomReq' | 'QuitRoomReq' | 'HbReq' | 'RenewTokenReq' | 'GetUserlistReq'
> = {
  LogoutRoomReq: (_, { client, seat }) => {
    client.leave(seat)
    return {}
  },

  QuitRoomReq: (_, { client, seat }) => {
    client.leave(seat)
    return {}
  },

  HbReq: (_, { seat: { room }, service: { clock, configuration } }) => ({
    retTimestamp: BigInt(clock.now()),
    hbInterval: heartbeatInterval(configuration.absenceTimeout),
    hbTimeout: heartbeatTimeout(configuration.absenceTimeout),
    streamSeq: room.seq.stream,
    userSeq: BigInt(room.seq.user),
    onlineCount: room.members.size,
    bigImTimeWindow: 0,
    transListSeq: room.seq.extraInfo,
    transChannelList: channels(room),
  }),

  RenewTokenReq: ({ token }, { client, seat }) => ({
    tokenRemainTime: client.showToken(token, seat.room.id),
  }),

  GetUserlistReq: (_, { seat: { room } }) => ({
    serverUserSeq: BigInt(room.seq.user),
    serverUserIndex: BigInt(room.members.size),
    retUserIndex: BigInt(room.members.size),
    userBaseInfoList: [...room.members.values()].map(({ userId, userName }) => ({
      idName: userId,
      nickName: userName,
      role: 0,
    })),
  }),
}
