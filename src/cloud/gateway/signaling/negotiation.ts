import { Refusal } from '../../exchange/refusal.ts'
import { roles } from '../session.ts'
import type { Answers, Origin } from './answers.ts'
import { result } from './result.ts'
import { relayFor, relayParameters, turn } from './turn.ts'

type Creation = { type: number; streamId: string; params: string }

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
    if (!session) throw new Refusal(result.peerNotFound, 'MediaDescReq names no session of this user')
    return { result: result.ok, sdp: await session.negotiate(sdp) }
  },

  // Relay candidates of the client. The gateway learns where packets come from when they come.
  CandidateInfoReq: () => ({ result: result.ok }),

  CloseSessionReq: async (_, { session }) => {
    await session?.close()
    return { result: session ? result.ok : result.peerNotFound }
  },
}

function create({ type, streamId, params }: Creation, { gateway, client }: Origin) {
  const role = roles[type]
  if (!role) throw new Refusal(result.wrongType, `Session type ${type}`)
  const named = new URLSearchParams(params)
  return gateway.createSession(client, role, streamId, client.user ?? named.get('zguid') ?? '')
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
