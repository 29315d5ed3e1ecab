import type { Messages, Requests } from '../exchange/table.ts'
import * as room from '../proto/gen/liveroom_pb.ts'
import * as link from '../proto/gen/switch_pb.ts'

/** Requests of the room service; the number is `Header.cmd`. */
export const requests = {
  LoginRoomReq: {
    number: 1001,
    schema: link.LoginRoomReqSchema,
    answer: { number: 1002, schema: link.LoginRoomRspSchema },
  },
  LogoutRoomReq: {
    number: 1003,
    schema: link.LogoutRoomReqSchema,
    answer: { number: 1004, schema: link.LogoutRoomRspSchema },
  },
  EnterRoomReq: {
    number: 301001,
    schema: room.EnterRoomReqSchema,
    answer: { number: 301002, schema: room.EnterRoomRspSchema },
  },
  QuitRoomReq: {
    number: 301003,
    schema: room.QuitRoomReqSchema,
    answer: { number: 301004, schema: room.QuitRoomRspSchema },
  },
  HbReq: { number: 301005, schema: room.HbReqSchema, answer: { number: 301006, schema: room.HbRspSchema } },
  RenewTokenReq: {
    number: 301007,
    schema: room.RenewTokenReqSchema,
    answer: { number: 301008, schema: room.RenewTokenRspSchema },
  },
  SetTransReq: {
    number: 301011,
    schema: room.SetTransReqSchema,
    answer: { number: 301012, schema: room.SetTransRspSchema },
  },
  GetTransReq: {
    number: 301013,
    schema: room.GetTransReqSchema,
    answer: { number: 301014, schema: room.GetTransRspSchema },
  },
  GetUserTransReq: {
    number: 301015,
    schema: room.GetUserTransReqSchema,
    answer: { number: 301016, schema: room.GetUserTransRspSchema },
  },
  AddStreamReq: {
    number: 302001,
    schema: room.AddStreamReqSchema,
    answer: { number: 302002, schema: room.AddStreamRspSchema },
  },
  DeleteStreamReq: {
    number: 302003,
    schema: room.DeleteStreamReqSchema,
    answer: { number: 302004, schema: room.DeleteStreamRspSchema },
  },
  UpdateStreamReq: {
    number: 302005,
    schema: room.UpdateStreamReqSchema,
    answer: { number: 302006, schema: room.UpdateStreamRspSchema },
  },
  GetStreamListReq: {
    number: 302007,
    schema: room.GetStreamListReqSchema,
    answer: { number: 302008, schema: room.GetStreamListRspSchema },
  },
  SendImReq: {
    number: 303001,
    schema: room.SendImReqSchema,
    answer: { number: 303002, schema: room.SendImRspSchema },
  },
  SendBigImReq: {
    number: 303005,
    schema: room.SendBigImReqSchema,
    answer: { number: 303006, schema: room.SendBigImRspSchema },
  },
  SignalLiveCustomReq: {
    number: 303017,
    schema: room.SignalLiveCustomReqSchema,
    answer: { number: 303018, schema: room.SignalLiveCustomRspSchema },
  },
  SignalTransparentMsgReq: {
    number: 303021,
    schema: room.SignalTransparentMsgReqSchema,
    answer: { number: 303022, schema: room.SignalTransparentMsgRspSchema },
  },
  SendChannelMsgReq: {
    number: 303023,
    schema: room.SendChannelMsgReqSchema,
    answer: { number: 303024, schema: room.SendChannelMsgRspSchema },
  },
  GetUserlistReq: {
    number: 304001,
    schema: room.GetUserlistReqSchema,
    answer: { number: 304002, schema: room.GetUserlistRspSchema },
  },
} as const satisfies Requests

/** Acknowledgements of pushes; the number is `Header.cmd`. */
export const acknowledgements = {
  PushRsp: { number: 1102, schema: link.PushRspSchema },
  MergePushRsp: { number: 1104, schema: link.MergePushRspSchema },
} as const satisfies Messages

/** What the cloud says unasked in a room; the number is `PushReqHead.sub_cmd`. Of streams, it says what became of them. */
export const pushes = {
  PushUserInfoUpdated: { number: 10001, schema: room.PushUserInfoUpdatedSchema },
  PushUserKickout: { number: 10002, schema: room.PushUserKickoutSchema },
  PushUserTokenExpire: { number: 10004, schema: room.PushUserTokenExpireSchema },
  PushTransparentMsg: { number: 11007, schema: room.PushTransparentMsgSchema },
  PushChannelMsg: { number: 11008, schema: room.PushChannelMsgSchema },
  StreamAdded: { number: 12001, schema: room.PushStreamSchema },
  StreamDeleted: { number: 12002, schema: room.PushStreamSchema },
  StreamUpdated: { number: 12003, schema: room.PushStreamSchema },
  PushIm: { number: 13001, schema: room.PushImSchema },
  PushTrans: { number: 15001, schema: room.PushTransSchema },
} as const satisfies Messages
