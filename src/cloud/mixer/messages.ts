import type { Requests } from '../exchange/table.ts'
import * as pb from '../proto/gen/mixer_pb.ts'

/** What clients ask of the mixing service; the number is `HTTPRequest2.interface_id`. */
export const requests = {
  AutoRoomMixStreamStartRequest: {
    number: 10,
    schema: pb.AutoRoomMixStreamStartRequestSchema,
    answer: { schema: pb.AutoRoomMixStreamStartResponseSchema },
  },
  AutoRoomMixStreamStopRequest: {
    number: 11,
    schema: pb.AutoRoomMixStreamStopRequestSchema,
    answer: { schema: pb.AutoRoomMixStreamStopResponseSchema },
  },
  MixStreamTaskHbRequest: {
    number: 12,
    schema: pb.MixStreamTaskHbRequestSchema,
    answer: { schema: pb.MixStreamTaskHbResponseSchema },
  },
  MixStreamStartRequest: {
    number: 15,
    schema: pb.MixStreamStartRequestSchema,
    answer: { schema: pb.MixStreamStartResponseSchema },
  },
  MixStreamStopRequest: {
    number: 16,
    schema: pb.MixStreamStopRequestSchema,
    answer: { schema: pb.MixStreamStopResponseSchema },
  },
} as const satisfies Requests
