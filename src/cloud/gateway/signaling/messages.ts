import * as pb from '../../proto/gen/gateway_pb.ts'

/** What a client asks, by message number, with the message that answers it. Every answer repeats seq and session. */
export const requests = {
  1: { name: 'LoginReq', schema: pb.LoginReqSchema, cmd: 2, answer: pb.LoginRspSchema },
  3: {
    name: 'CreateSessionReq',
    schema: pb.CreateSessionReqSchema,
    cmd: 4,
    answer: pb.CreateSessionRspSchema,
  },
  5: {
    name: 'CreateSessionWithSdpReq',
    schema: pb.CreateSessionWithSdpReqSchema,
    cmd: 6,
    answer: pb.CreateSessionWithSdpRspSchema,
  },
  11: { name: 'MediaDescReq', schema: pb.MediaDescReqSchema, cmd: 12, answer: pb.MediaDescRspSchema },
  13: {
    name: 'CandidateInfoReq',
    schema: pb.CandidateInfoReqSchema,
    cmd: 14,
    answer: pb.CandidateInfoRspSchema,
  },
  15: {
    name: 'CloseSessionReq',
    schema: pb.CloseSessionReqSchema,
    cmd: 16,
    answer: pb.CloseSessionRspSchema,
  },
  23: {
    name: 'StreamStatusNotify',
    schema: pb.StreamStatusNotifySchema,
    cmd: 24,
    answer: pb.StreamStatusNotifyAckSchema,
  },
  27: {
    name: 'BroadcasterStatusNotify',
    schema: pb.BroadcasterStatusNotifySchema,
    cmd: 28,
    answer: pb.BroadcasterStatusAckSchema,
  },
  29: {
    name: 'ActivateAudioPlayStreamReq',
    schema: pb.ActivateAudioPlayStreamReqSchema,
    cmd: 30,
    answer: pb.ActivateAudioPlayStreamRspSchema,
  },
  31: {
    name: 'ActivateVideoPlayStreamReq',
    schema: pb.ActivateVideoPlayStreamReqSchema,
    cmd: 32,
    answer: pb.ActivateVideoPlayStreamRspSchema,
  },
  35: {
    name: 'NetQualityProbeReq',
    schema: pb.NetQualityProbeReqSchema,
    cmd: 36,
    answer: pb.NetQualityProbeRspSchema,
  },
  39: {
    name: 'ActivateSEIInsertReq',
    schema: pb.ActivateSEIInsertReqSchema,
    cmd: 40,
    answer: pb.ActivateSEIInsertRspSchema,
  },
  41: {
    name: 'Peer2PeerNetStatsGetReq',
    schema: pb.Peer2PeerNetStatsGetReqSchema,
    cmd: 42,
    answer: pb.Peer2PeerNetStatsGetRspSchema,
  },
  43: { name: 'CmdReq', schema: pb.CmdReqSchema, cmd: 44, answer: pb.CmdRspSchema },
  47: {
    name: 'WebRTCDispatchReq',
    schema: pb.WebRTCDispatchReqSchema,
    cmd: 48,
    answer: pb.WebRTCDispatchRspSchema,
  },
} as const

/** What the gateway says unasked. */
export const pushes = {
  SessionResetPush: { cmd: 7, schema: pb.SessionResetPushSchema },
  PublishEventPush: { cmd: 9, schema: pb.PublishEventPushSchema },
  PlayEventPush: { cmd: 10, schema: pb.PlayEventPushSchema },
  CloseSessionPush: { cmd: 21, schema: pb.CloseSessionPushSchema },
  StreamStatusNotifyPush: { cmd: 25, schema: pb.StreamStatusNotifyPushSchema },
  ClientInfoPush: { cmd: 33, schema: pb.ClientInfoPushSchema },
  NetQualityInfoPush: { cmd: 37, schema: pb.NetQualityInfoPushSchema },
  CmdPush: { cmd: 45, schema: pb.CmdPushSchema },
} as const

/** What a client says to a push; nothing answers it. */
export const acknowledgements = {
  8: { name: 'SessionResetAck', schema: pb.SessionResetAckSchema },
  22: { name: 'CloseSessionAck', schema: pb.CloseSessionAckSchema },
  26: { name: 'StreamStatusNotifyPushAck', schema: pb.StreamStatusNotifyPushAckSchema },
  34: { name: 'ClientInfoAck', schema: pb.ClientInfoAckSchema },
  38: { name: 'NetQualityInfoAck', schema: pb.NetQualityInfoAckSchema },
  46: { name: 'CmdAck', schema: pb.CmdAckSchema },
} as const

/** A request by name, such as `CreateSessionWithSdpReq`. */
export type RequestName = (typeof requests)[keyof typeof requests]['name']
/** A push by name, such as `CloseSessionPush`. */
export type PushName = keyof typeof pushes
