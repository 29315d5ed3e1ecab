import * as pb from '../proto/gen/cdn_pb.ts'

/** What clients ask of the relay to CDNs, by `HTTPRequest2.interface_id`. */
export const requests = {
  6: {
    name: 'RelayPublishCdnRequest',
    schema: pb.RelayPublishCdnRequestSchema,
    response: pb.RelayPublishCdnResponseSchema,
  },
} as const
