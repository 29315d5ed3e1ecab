import type { Messages, Requests } from '../exchange/table.ts'
import * as pb from '../proto/gen/accesshub_pb.ts'

/** Requests of a link; the number is the frame type. */
export const requests = {
  HTTPRequest: {
    number: 4,
    schema: pb.HTTPRequestSchema,
    answer: { number: 5, schema: pb.HTTPResponseSchema },
  },
  HBRequest: { number: 12, schema: pb.HBRequestSchema, answer: { number: 13, schema: pb.HBResponseSchema } },
  GetConfigRequest: {
    number: 14,
    schema: pb.GetConfigRequestSchema,
    answer: { number: 15, schema: pb.GetConfigResponseSchema },
  },
  GetAppConfigRequest: {
    number: 23,
    schema: pb.GetAppConfigRequestSchema,
    answer: { number: 24, schema: pb.GetAppConfigResponseSchema },
  },
  HTTPRequest2: {
    number: 33,
    schema: pb.HTTPRequest2Schema,
    answer: { number: 5, schema: pb.HTTPResponseSchema },
  },
  AccesshubDispatchRequest2: {
    number: 35,
    schema: pb.AccesshubDispatchRequest2Schema,
    answer: { number: 36, schema: pb.AccesshubDispatchResponse2Schema },
  },
  GetSvraddrRequest: {
    number: 39,
    schema: pb.GetSvraddrRequestSchema,
    answer: { number: 40, schema: pb.GetSvraddrResponseSchema },
  },
} as const satisfies Requests

/** What a client sends that is not a request. */
export const notices = {
  StreamClosed: { number: 2, schema: pb.StreamClosedSchema },
  CloseConnection: { number: 3, schema: pb.CloseConnectionSchema },
  PCUpwardMessage: { number: 17, schema: pb.PCUpwardMessageSchema },
} as const satisfies Messages

/** What the cloud sends unasked. */
export const pushes = {
  StreamClosed: { number: 2, schema: pb.StreamClosedSchema },
  CloseConnection: { number: 3, schema: pb.CloseConnectionSchema },
  PCUpwardMessageAck: { number: 18, schema: pb.PCUpwardMessageAckSchema },
  PCEstablished: { number: 19, schema: pb.PCEstablishedSchema },
  PCBroken: { number: 20, schema: pb.PCBrokenSchema },
  PCDownwardMessage: { number: 21, schema: pb.PCDownwardMessageSchema },
  PushAppConfig: { number: 25, schema: pb.PushAppConfigSchema },
  PushException: { number: 30, schema: pb.PushExceptionSchema },
  Redirect2: { number: 34, schema: pb.Redirect2Schema },
} as const satisfies Messages
