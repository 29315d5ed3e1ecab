import type { AnswerOf, MessageOf, NameIn } from '../exchange/table.ts'
import { appConfig, type CloudConfiguration, demandKnown } from './configuration.ts'
import type { requests } from './messages.ts'

/** Requests that the link answers itself; the others it relays (`relay.ts`). */
export type RequestName = Exclude<NameIn<typeof requests>, 'HTTPRequest' | 'HTTPRequest2'>
type Answers = {
  [N in RequestName]: (
    message: MessageOf<typeof requests, N>,
    configuration: CloudConfiguration,
    appId: number,
  ) => AnswerOf<typeof requests, N>
}

/** Geofencing id of "nowhere in particular"; any other makes the SDK persist other domains. */
const ANYWHERE = 1

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

  GetAppConfigRequest: ({ txid }, configuration, appId) => {
    demandKnown(appId, configuration)
    return {
      code: 0,
      data: { txid, data: appConfig(configuration), ts: BigInt(Date.now()), etag: 1 },
    }
  },

  HBRequest: ({ txid, ts }) => ({ txid, ts, ntpTime: BigInt(Date.now()) }),
}
