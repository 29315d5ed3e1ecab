import type { Requests } from '../exchange/table.ts'
import * as pb from '../proto/gen/cdn_pb.ts'

/** What clients ask of the relay to CDNs; the number is `HTTPRequest2.interface_id`. */
export const requests = {
  RelayPublishCdnRequest: {
    number: 6,
    schema: pb.RelayPublishCdnRequestSchema,
    answer: { schema: pb.RelayPublishCdnResponseSchema },
  },
} as const satisfies Requests
