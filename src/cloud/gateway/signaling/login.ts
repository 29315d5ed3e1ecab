import type { Answers } from './answers.ts'
import { result } from './result.ts'

/** Logging in, and where to find a node. */
export const login: Answers<'LoginReq' | 'WebRTCDispatchReq'> = {
  LoginReq: (message, { gateway, client }) => {
    client.login(message)
    for (const { sessionId, sessionToken } of message.sessions) {
      const session = gateway.sessions.get(sessionId)
      if (session?.token === sessionToken) session.attach(client)
      else client.resetSessions([sessionId])
    }
    return { result: result.ok, tokenType: message.tokenType, token: message.token, abilities: 0 }
  },

  WebRTCDispatchReq: (_, { gateway, client }) => ({
    result: result.ok,
    gwNodes: [...gateway.options.nodes],
    gwNodesTtl: gateway.options.nodesTtl,
    clientIp: client.clientIp,
  }),
}
