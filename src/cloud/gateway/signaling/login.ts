import { Refusal } from '../../exchange/refusal.ts'
import type { Answers } from './answers.ts'
import { result } from './result.ts'

/** `PCUpwardMessage.service_no` of low-latency live streaming. */
const l3Service = 19
/** Final for the SDK: 1104038 for low-latency live, else 1103021 and 1104021. */
const notOffered = 20_010
/** 1102018 for publishing and for playing. */
const tokenExpired = 1_008
/** What a client logs in with from then on: whether its room token has run out meanwhile does not matter any more. */
const ownToken = 'media-session'

/** Logging in, and where to find a node. */
export const login: Answers<'LoginReq' | 'WebRTCDispatchReq'> = {
  LoginReq: (message, { gateway, client }) => {
    if (client.service === l3Service && !gateway.options.l3())
      throw new Refusal(notOffered, 'low-latency live streaming is not enabled for this app')
    if (gateway.options.isLapsed(message.token)) throw new Refusal(tokenExpired, 'the token has run out')
    client.login(message)
    for (const { sessionId, sessionToken } of message.sessions) {
      const session = gateway.sessions.get(sessionId)
      if (session?.token === sessionToken) session.attach(client)
      else client.resetSessions([sessionId])
    }
    return { result: result.ok, tokenType: message.tokenType, token: ownToken, abilities: 0 }
  },

  WebRTCDispatchReq: (_, { gateway, client }) => ({
    result: result.ok,
    gwNodes: [...gateway.options.nodes],
    gwNodesTtl: gateway.options.nodesTtl,
    clientIp: client.clientIp,
  }),
}
