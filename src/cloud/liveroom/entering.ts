import { checkToken } from '../token.ts'
import type { AnswerOf, Answers } from './answers.ts'
import type { Room } from './room.ts'

const HEARTBEAT_INTERVAL = 30_000
const HEARTBEAT_TIMEOUT = 90_000

/** Server codes by which the room service refuses a login, as far as the cloud itself does. */
const refused = { malformed: 50119, expired: 50117 } as const

/**
 * Checks the token of a login as far as anybody can without the app's secret.
 *
 * @returns the server code of a refusal (50119 surfaces as 1102016, 50117 as 1102018), or 0
 */
export function tokenRefusal(token: string): number {
  const { state } = checkToken(token)
  return state === 'malformed' || state === 'expired' ? refused[state] : 0
}

/** Seconds a token still has, as `token_remain_time` counts them; 0 when it cannot be read. */
export function remaining(token: string): number {
  const check = checkToken(token)
  return check.state === 'valid' ? Math.ceil((check.expiresAt - Date.now()) / 1_000) : 0
}

/** What `LoginRoomRsp` and `EnterRoomRsp` say alike about a room that a user has just entered. */
export function admission(room: Room, userId: string, token: string) {
  const streams = [...room.streams.values()].filter((stream) => stream.idName !== userId)
  return {
    userSessionId: BigInt(room.seq.user),
    roomSessionId: 1n,
    userId: 1n,
    retTimestamp: BigInt(Date.now()),
    bigImTimeWindow: 0,
    liveroomHbInterval: HEARTBEAT_INTERVAL,
    liveroomHbTimeout: HEARTBEAT_TIMEOUT,
    onlineCount: room.members.size,
    anchorInfo: { idName: '', userId: 0n, nickName: '' },
    userlistMergeTimeout: 1_000,
    userlistInterval: 0,
    tokenRemainTime: remaining(token),
    transListSeq: room.seq.extraInfo,
    transChannelList: channels(room),
    streamCount: streams.length,
    streamListSeq: room.seq.stream,
    streamInfoList: streams,
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

  HbReq: (_, { seat: { room } }) => ({
    retTimestamp: BigInt(Date.now()),
    hbInterval: HEARTBEAT_INTERVAL,
    hbTimeout: HEARTBEAT_TIMEOUT,
    streamSeq: room.seq.stream,
    userSeq: BigInt(room.seq.user),
    onlineCount: room.members.size,
    bigImTimeWindow: 0,
    transListSeq: room.seq.extraInfo,
    transChannelList: channels(room),
  }),

  RenewTokenReq: ({ token }) => {
    const code = tokenRefusal(token)
    return code ? { rspHead: { code } } : { tokenRemainTime: remaining(token) }
  },

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
