import type { Messages, NameIn, Requests } from '../../exchange/table.ts'
import * as pb from '../../proto/gen/gateway_pb.ts'

/** What a client asks. Every answer repeats seq, and the session unless it names another. */
export const requests = {
  LoginReq: { number: 1, schema: pb.LoginReqSchema, answer: { number: 2, schema: pb.LoginRspSchema } },
  CreateSessionReq: {
    number: 3,
    schema: pb.CreateSessionReqSchema,
    answer: { number: 4, schema: pb.CreateSessionRspSchema },
  },
  CreateSessionWithSdpReq: {
    number: 5,
    schema: pb.CreateSessionWithSdpReqSchema,
    answer: { number: 6, schema: pb.CreateSessionWithSdpRspSchema },
  },
  MediaDescReq: {
    number: 11,
    schema: pb.MediaDescReqSchema,
    answer: { number: 12, schema: pb.MediaDescRspSchema },
  },
  CandidateInfoReq: {
    number: 13,
    schema: pb.CandidateInfoReqSchema,
    answer: { number: 14, schema: pb.CandidateInfoRspSchema },
  },
  CloseSessionReq: {
    number: 15,
    schema: pb.CloseSessionReqSchema,
    answer: { number: 16, schema: pb.CloseSessionRspSchema },
  },
  StreamStatusNotify: {
    number: 23,
    schema: pb.StreamStatusNotifySchema,
    answer: { number: 24, schema: pb.StreamStatusNotifyAckSchema },
  },
  BroadcasterStatusNotify: {
    number: 27,
    schema: pb.BroadcasterStatusNotifySchema,
    answer: { number: 28, schema: pb.BroadcasterStatusAckSchema },
  },
  ActivateAudioPlayStreamReq: {
    number: 29,
    schema: pb.ActivateAudioPlayStreamReqSchema,
    answer: { number: 30, schema: pb.ActivateAudioPlayStreamRspSchema },
  },
  ActivateVideoPlayStreamReq: {
    number: 31,
    schema: pb.ActivateVideoPlayStreamReqSchema,
    answer: { number: 32, schema: pb.ActivateVideoPlayStreamRspSchema },
  },
  NetQualityProbeReq: {
    number: 35,
    schema: pb.NetQualityProbeReqSchema,
    answer: { number: 36, schema: pb.NetQualityProbeRspSchema },
  },
  ActivateSEIInsertReq: {
    number: 39,
    schema: pb.ActivateSEIInsertReqSchema,
    answer: { number: 40, schema: pb.ActivateSEIInsertRspSchema },
  },
  Peer2PeerNetStatsGetReq: {
    number: 41,
    schema: pb.Peer2PeerNetStatsGetReqSchema,
    answer: { number: 42, schema: pb.Peer2PeerNetStatsGetRspSchema },
  },
  CmdReq: { number: 43, schema: pb.CmdReqSchema, answer: { number: 44, schema: pb.CmdRspSchema } },
  WebRTCDispatchReq: {
    number: 47,
    schema: pb.WebRTCDispatchReqSchema,
    answer: { number: 48, schema: pb.WebRTCDispatchRspSchema },
  },
} as const satisfies Requests

/** What the gateway says unasked. */
export const pushes = {
  SessionResetPush: { number: 7, schema: pb.SessionResetPushSchema },
  PublishEventPush: { number: 9, schema: pb.PublishEventPushSchema },
  PlayEventPush: { number: 10, schema: pb.PlayEventPushSchema },
  CloseSessionPush: { number: 21, schema: pb.CloseSessionPushSchema },
  StreamStatusNotifyPush: { number: 25, schema: pb.StreamStatusNotifyPushSchema },
  ClientInfoPush: { number: 33, schema: pb.ClientInfoPushSchema },
  NetQualityInfoPush: { number: 37, schema: pb.NetQualityInfoPushSchema },
  CmdPush: { number: 45, schema: pb.CmdPushSchema },
} as const satisfies Messages

/** What a client says to a push; nothing answers it. */
export const acknowledgements = {
  SessionResetAck: { number: 8, schema: pb.SessionResetAckSchema },
  CloseSessionAck: { number: 22, schema: pb.CloseSessionAckSchema },
  StreamStatusNotifyPushAck: { number: 26, schema: pb.StreamStatusNotifyPushAckSchema },
  ClientInfoAck: { number: 34, schema: pb.ClientInfoAckSchema },
  NetQualityInfoAck: { number: 38, schema: pb.NetQualityInfoAckSchema },
  CmdAck: { number: 46, schema: pb.CmdAckSchema },
} as const satisfies Messages

/** A request by name, such as `CreateSessionWithSdpReq`. */
export type RequestName = NameIn<typeof requests>
/** A push by name, such as `CloseSessionPush`. */
export type PushName = NameIn<typeof pushes>
