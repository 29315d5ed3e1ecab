import type { MessageInitShape, MessageShape } from '@bufbuild/protobuf'
import { ProtocolDefect } from '../defect.ts'
import { appConfig, type CloudConfiguration, cloudSettings } from './configuration.ts'
import type { requests } from './messages.ts'

type Entry = (typeof requests)[keyof typeof requests]
export type RequestName = Entry['name']
type Named<N extends RequestName> = Extract<Entry, { name: N }>
type Answers = {
  [N in RequestName]: (
    message: MessageShape<Named<N>['schema']>,
    configuration: CloudConfiguration,
  ) => MessageInitShape<Named<N>['answer']['schema']>
}

/** Geofencing id of "nowhere in particular"; any other makes the SDK persist other domains. */
const ANYWHERE = 1
const CLOUD_SETTINGS = 14

/** How the link answers by itself. An empty list of nodes or domains means: stay where you are. */
export const answers: Answers = {
  GetConfigRequest: ({ txid }, configuration) => ({
    code: 0,
    data: {
      txid,
      logicHbInterval: configuration.heartbeatInterval,
      logicHbTimeout: configuration.heartbeatTimeout,
      pcEstablishTimeout: configuration.tunnelTimeout,
      clientOuterIp: configuration.clientIp,
      ntpTime: BigInt(Date.now()),
      geofencingId: ANYWHERE,
    },
  }),

  AccesshubDispatchRequest2: ({ txid }) => ({ code: 0, data: { txid, ttl: 3_600 } }),

  GetSvraddrRequest: ({ txid }) => ({ code: 0, data: { txid, geofencingId: ANYWHERE } }),

  GetAppConfigRequest: ({ txid }, configuration) => ({
    code: 0,
    data: { txid, data: appConfig(configuration), ts: BigInt(Date.now()), etag: 1 },
  }),

  HTTPRequest2: ({ txid, interfaceId, body }) => {
    if (interfaceId !== CLOUD_SETTINGS) {
      throw new ProtocolDefect('accesshub', `HTTPRequest2 for unknown interface ${interfaceId}`, body)
    }
    return { txid, statusCode: 200, body: cloudSettings(body) }
  },

  HTTPRequest: ({ service, location, body }) => {
    throw new ProtocolDefect('accesshub', `HTTPRequest for unknown service ${service}${location}`, body)
  },

  HBRequest: ({ txid, ts }) => ({ txid, ts, ntpTime: BigInt(Date.now()) }),
}
