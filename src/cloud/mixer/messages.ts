import * as pb from '../proto/gen/mixer_pb.ts'

/** What clients ask of the mixing service, by `HTTPRequest2.interface_id`. */
export const requests = {
  10: {
    name: 'AutoRoomMixStreamStartRequest',
    schema: pb.AutoRoomMixStreamStartRequestSchema,
    response: pb.AutoRoomMixStreamStartResponseSchema,
  },
  11: {
    name: 'AutoRoomMixStreamStopRequest',
    schema: pb.AutoRoomMixStreamStopRequestSchema,
    response: pb.AutoRoomMixStreamStopResponseSchema,
  },
  12: {
    name: 'MixStreamTaskHbRequest',
    schema: pb.MixStreamTaskHbRequestSchema,
    response: pb.MixStreamTaskHbResponseSchema,
  },
  15: {
    name: 'MixStreamStartRequest',
    schema: pb.MixStreamStartRequestSchema,
    response: pb.MixStreamStartResponseSchema,
  },
  16: {
    name: 'MixStreamStopRequest',
    schema: pb.MixStreamStopRequestSchema,
    response: pb.MixStreamStopResponseSchema,
  },
} as const
