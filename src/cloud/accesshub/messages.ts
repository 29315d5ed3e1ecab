import * as pb from '../proto/gen/accesshub_pb.ts'

/** Requests of a link by frame type, with the type and schema of their answer. */
export const requests = {
  4: {
    name: 'HTTPRequest',
    schema: pb.HTTPRequestSchema,
    answer: { type: 5, schema: pb.HTTPResponseSchema },
  },
  12: { name: 'HBRequest', schema: pb.HBRequestSchema, answer: { type: 13, schema: pb.HBResponseSchema } },
  14: {
    name: 'GetConfigRequest',
    schema: pb.GetConfigRequestSchema,
    answer: { type: 15, schema: pb.GetConfigResponseSchema },
  },
  23: {
    name: 'GetAppConfigRequest',
    schema: pb.GetAppConfigRequestSchema,
    answer: { type: 24, schema: pb.GetAppConfigResponseSchema },
  },
  33: {
    name: 'HTTPRequest2',
    schema: pb.HTTPRequest2Schema,
    answer: { type: 5, schema: pb.HTTPResponseSchema },
  },
  35: {
    name: 'AccesshubDispatchRequest2',
    schema: pb.AccesshubDispatchRequest2Schema,
    answer: { type: 36, schema: pb.AccesshubDispatchResponse2Schema },
  },
  39: {
    name: 'GetSvraddrRequest',
    schema: pb.GetSvraddrRequestSchema,
    answer: { type: 40, schema: pb.GetSvraddrResponseSchema },
  },
} as const

/** What a client sends that is not a request. */
export const notices = {
  2: { name: 'StreamClosed', schema: pb.StreamClosedSchema },
  3: { name: 'CloseConnection', schema: pb.CloseConnectionSchema },
  17: { name: 'PCUpwardMessage', schema: pb.PCUpwardMessageSchema },
} as const

/** What the cloud sends unasked. */
export const pushes = {
  StreamClosed: { type: 2, schema: pb.StreamClosedSchema },
  CloseConnection: { type: 3, schema: pb.CloseConnectionSchema },
  PCUpwardMessageAck: { type: 18, schema: pb.PCUpwardMessageAckSchema },
  PCEstablished: { type: 19, schema: pb.PCEstablishedSchema },
  PCBroken: { type: 20, schema: pb.PCBrokenSchema },
  PCDownwardMessage: { type: 21, schema: pb.PCDownwardMessageSchema },
  PushAppConfig: { type: 25, schema: pb.PushAppConfigSchema },
  PushException: { type: 30, schema: pb.PushExceptionSchema },
  Redirect2: { type: 34, schema: pb.Redirect2Schema },
} as const
