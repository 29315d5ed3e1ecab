import { Refusal } from '../../exchange/refusal.ts'
import { publishedId, type StreamNamed } from '../../exchange/stream-id.ts'
import { roles, type Session } from '../session.ts'
import type { Answers, Origin } from './answers.ts'
import { result } from './result.ts'
import { relayFor, relayParameters, turn } from './turn.ts'

type Creation = StreamNamed & { type: number; params: string; strAuthParam: string; transCodecId: number }

/** Sessions: made with the offer at once, or first made and then negotiated (the SDK's TURN flow). */
export const negotiation: Answers<
  'CreateSessionWithSdpReq' | 'CreateSessionReq' | 'MediaDescReq' | 'CandidateInfoReq' | 'CloseSessionReq'
> = {
  CreateSessionWithSdpReq: async (message, origin) => {
    const session = create(message, origin)
    try {
      const sdp = await session.negotiate(message.sdp)
      const relay = relayFor(origin.client.sdkVersion, origin.gateway.options.relay)
      return {
        ...admission(origin),
        in: session,
        sdp,
        sessionToken: session.token,
        peerId: session.peerId,
        ...(relay ? { paramsExt: relayParameters(relay, session.peerId) } : {}),
      }
    } catch (error) {
      await session.close()
      throw error
    }
  },

  CreateSessionReq: (message, origin) => {
    const session = create(message, origin)
    const relay = origin.gateway.options.relay ?? turn
    return {
      ...admission(origin),
      in: session,
      turnServer: relay.url,
      turnUsername: relay.username,
      turnAuthKey: relay.credential,
      sessionId: session.id,
      sessionToken: session.token,
      peerId: session.peerId,
    }
  },

  MediaDescReq: async ({ sdp }, { session }) => {
    return { result: result.ok, sdp: await named(session).negotiate(sdp) }
  },

  // Relay candidates of the client. The gateway learns where packets come from when they come.
  CandidateInfoReq: () => ({ result: result.ok }),

  CloseSessionReq: async (_, { session }) => {
    await named(session).close()
    return { result: result.ok }
  },
}

function create(wanted: Creation, { gateway, client }: Origin) {
  const { type, params, strAuthParam, transCodecId } = wanted
  const role = roles[type]
  if (!role) throw new Refusal(result.wrongType, `Session type ${type}`)
  const zguid = new URLSearchParams(params).get('zguid')
  const userId = client.user ?? zguid ?? ''
  return gateway.createSession(client, {
    ...{ role, userId, streamParams: strAuthParam, template: transCodecId },
    streamId: publishedId(wanted),
  })
}

/** The session that a request names. @throws {Refusal} when it is over, or none of this user */
function named(session: Session | undefined): Session {
  if (!session) throw new Refusal(result.peerNotFound, 'no session of this user is named')
  return session
}

function admission({ gateway, client }: Origin) {
  const { nodes, nodesTtl, version } = gateway.options
  return {
    result: result.ok,
    gwVersion: version,
    gwNodes: [...nodes],
    gwNodesTtl: nodesTtl,
    clientIp: client.clientIp,
  }
}
