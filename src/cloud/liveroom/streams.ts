import { Refusal } from '../exchange/refusal.ts'
import type { Answers } from './answers.ts'
import { inMessage } from './room.ts'

/** `AddStreamRsp.rsp_head.code` for an ID that somebody else in the room has: 1003028. */
const streamTaken = 1012

/** What a publisher tells the room of its streams. */
export const streams: Answers<'AddStreamReq' | 'UpdateStreamReq' | 'DeleteStreamReq' | 'GetStreamListReq'> = {
  AddStreamReq: ({ streamId, streamTitle, extraInfo }, { seat: { room, userId } }) => {
    if (room.isTaken(streamId, userId))
      throw Refusal.byClients(streamTaken, `${room.streams.get(streamId)?.idName} publishes ${streamId} here`)
    const stream = room.addStream(userId, streamId, { title: streamTitle, extraInfo })
    return {
      streamSeq: room.seq.stream,
      streamSid: stream.streamSid,
      streamVer: stream.streamVer,
      streamNid: stream.streamNid,
      tokenRemainTime: 0,
    }
  },

  UpdateStreamReq: ({ streamId, extraInfo }, { seat: { room, userId } }) => {
    if (!room.isTaken(streamId, userId)) room.updateStream(streamId, extraInfo)
    return { streamSeq: room.seq.stream, streamVer: room.streams.get(streamId)?.streamVer ?? 0 }
  },

  DeleteStreamReq: ({ streamId }, { seat: { room, userId } }) => {
    if (!room.isTaken(streamId, userId)) room.removeStream(streamId)
    return { streamSeq: room.seq.stream, streamVer: 0 }
  },

  GetStreamListReq: (_, { seat: { room, userId } }) => ({
    streamListSeq: room.seq.stream,
    streamInfoList: [...room.streams.values()].filter((stream) => stream.idName !== userId).map(inMessage),
    streamRefresh: 0,
  }),
}
