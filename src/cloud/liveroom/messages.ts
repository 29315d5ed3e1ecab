import * as room from '../proto/gen/liveroom_pb.ts'
import * as link from '../proto/gen/switch_pb.ts'

/** Requests of the room service by `Header.cmd`. The answer's cmd is one higher. */
export const requests = {
  1001: { name: 'LoginRoomReq', schema: link.LoginRoomReqSchema, answer: link.LoginRoomRspSchema },
  1003: { name: 'LogoutRoomReq', schema: link.LogoutRoomReqSchema, answer: link.LogoutRoomRspSchema },
  301001: { name: 'EnterRoomReq', schema: room.EnterRoomReqSchema, answer: room.EnterRoomRspSchema },
  301003: { name: 'QuitRoomReq', schema: room.QuitRoomReqSchema, answer: room.QuitRoomRspSchema },
  301005: { name: 'HbReq', schema: room.HbReqSchema, answer: room.HbRspSchema },
  301007: { name: 'RenewTokenReq', schema: room.RenewTokenReqSchema, answer: room.RenewTokenRspSchema },
  301011: { name: 'SetTransReq', schema: room.SetTransReqSchema, answer: room.SetTransRspSchema },
  301013: { name: 'GetTransReq', schema: room.GetTransReqSchema, answer: room.GetTransRspSchema },
  301015: { name: 'GetUserTransReq', schema: room.GetUserTransReqSchema, answer: room.GetUserTransRspSchema },
  302001: { name: 'AddStreamReq', schema: room.AddStreamReqSchema, answer: room.AddStreamRspSchema },
  302003: { name: 'DeleteStreamReq', schema: room.DeleteStreamReqSchema, answer: room.DeleteStreamRspSchema },
  302005: { name: 'UpdateStreamReq', schema: room.UpdateStreamReqSchema, answer: room.UpdateStreamRspSchema },
  302007: {
    name: 'GetStreamListReq',
    schema: room.GetStreamListReqSchema,
    answer: room.GetStreamListRspSchema,
  },
  303001: { name: 'SendImReq', schema: room.SendImReqSchema, answer: room.SendImRspSchema },
  303005: { name: 'SendBigImReq', schema: room.SendBigImReqSchema, answer: room.SendBigImRspSchema },
  303017: {
    name: 'SignalLiveCustomReq',
    schema: room.SignalLiveCustomReqSchema,
    answer: room.SignalLiveCustomRspSchema,
  },
  303021: {
    name: 'SignalTransparentMsgReq',
    schema: room.SignalTransparentMsgReqSchema,
    answer: room.SignalTransparentMsgRspSchema,
  },
  303023: {
    name: 'SendChannelMsgReq',
    schema: room.SendChannelMsgReqSchema,
    answer: room.SendChannelMsgRspSchema,
  },
  304001: { name: 'GetUserlistReq', schema: room.GetUserlistReqSchema, answer: room.GetUserlistRspSchema },
} as const

/** Acknowledgements of pushes by `Header.cmd`. */
export const acknowledgements = {
  1102: { name: 'PushRsp', schema: link.PushRspSchema },
  1104: { name: 'MergePushRsp', schema: link.MergePushRspSchema },
} as const

/** What the cloud says unasked in a room, by `PushReqHead.sub_cmd`. */
export const pushes = {
  10001: { name: 'PushUserInfoUpdated', schema: room.PushUserInfoUpdatedSchema },
  10002: { name: 'PushUserKickout', schema: room.PushUserKickoutSchema },
  10004: { name: 'PushUserTokenExpire', schema: room.PushUserTokenExpireSchema },
  11007: { name: 'PushTransparentMsg', schema: room.PushTransparentMsgSchema },
  11008: { name: 'PushChannelMsg', schema: room.PushChannelMsgSchema },
  12001: { name: 'PushStream', schema: room.PushStreamSchema },
  12002: { name: 'PushStream', schema: room.PushStreamSchema },
  12003: { name: 'PushStream', schema: room.PushStreamSchema },
  13001: { name: 'PushIm', schema: room.PushImSchema },
  15001: { name: 'PushTrans', schema: room.PushTransSchema },
} as const
