import { decoding } from '../exchange/defect.ts'
import type { Answers } from './answers.ts'
import { demandFewKeys } from './limits.ts'
import type { CustomCommand } from './pushes.ts'
import { sendBarrage, sendOnChannel, sendTransparent } from './talk.ts'

/** `SignalTransparentMsgReq.msg_type` of what is for the app's own server alone. */
const onlyToServer = 1

/** What clients say to each other, and the room's extra info. */
export const messages: Answers<
  | 'SendImReq'
  | 'SendBigImReq'
  | 'SignalLiveCustomReq'
  | 'SignalTransparentMsgReq'
  | 'SendChannelMsgReq'
  | 'SetTransReq'
  | 'GetTransReq'
  | 'GetUserTransReq'
> = {
  SendImReq: ({ msgContent }, { seat: { room, userId } }) => {
    room.say(userId, msgContent)
    return { msgId: BigInt(room.seq.message) }
  },

  SendBigImReq: ({ msgList }, { seat: { room, userId } }) => {
    const numbers = sendBarrage(room, userId, msgList)
    return {
      bigImTimeWindow: 0,
      msgList: msgList.map(({ msgClientId }, at) => ({ msgId: numbers[at], msgClientId })),
    }
  },

  SignalLiveCustomReq: ({ pushMessage, toUserList }, { seat: { room } }) => {
    const command = commandIn(pushMessage)
    for (const { idName } of toUserList) room.members.get(idName)?.push?.custom(command)
    return {}
  },

  SignalTransparentMsgReq: ({ msgType, msgData, toUserList, clientSeq }, { seat: { room, userId } }) => {
    if (msgType !== onlyToServer) sendTransparent(room, userId, { msgData, to: toUserList, clientSeq })
    return {}
  },

  SendChannelMsgReq: ({ channelType, msgType, msgContent, toUserList }, { seat: { room, userId } }) => {
    sendOnChannel(room, userId, { channelType, msgType, msgContent }, toUserList)
    return {}
  },

  SetTransReq: ({ transType, transData, transChannel }, { seat: { room, userId } }) => {
    demandFewKeys(room.extraInfo.keys(), transType)
    const seq = room.setExtraInfo(userId, transType, transData)
    return { transType, transSeq: seq, transListSeq: seq, transChannel }
  },

  GetTransReq: ({ transChannel, transList }, { seat: { room } }) => ({
    transChannel,
    transListSeq: room.seq.extraInfo,
    transList: transList.flatMap(({ transType }) => {
      const info = room.extraInfo.get(transType)
      if (!info) return []
      return [
        {
          errCode: 0,
          transType,
          transData: info.value,
          transSendTime: BigInt(info.at),
          transSeq: info.seq,
          idName: info.setBy,
          nickName: info.setByName,
          role: 0,
        },
      ]
    }),
  }),

  GetUserTransReq: ({ transChannel }) => ({ transChannel, userTransList: [] }),
}

/** @throws {ProtocolDefect} for what is no JSON: nobody who gets it could read it */
function commandIn(text: string): CustomCommand {
  return decoding('liveroom', 'custom command', new TextEncoder().encode(text), () => JSON.parse(text))
}
