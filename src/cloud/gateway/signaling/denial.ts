/** What a client is told to do once its session was closed (`action` of CloseSessionPush.err_info). */
export const action = { stop: 1, nextNode: 2, redirect: 3, dispatchAgain: 4, retry: 5 } as const

/** Why a session was closed (`err` of CloseSessionPush.err_info). */
export const denied = {
  streamNotFound: 1004,
  publishForbidden: 1011,
  /** The stream ID was published anew by somebody else. */
  newPublisher: 1012,
  stoppedByManager: 1014,
  publishAuthFailed: 1015,
  playAuthFailed: 1016,
  serverStopped: 2001,
  connectivityCheckFailed: 3002,
  connectionLost: 3007,
  codecMismatch: 3009,
  codecSwitched: 3010,
} as const

/** Reason of a CloseSessionPush. */
export const reason = { normal: 0, publishDenied: 15, playDenied: 18 } as const

/** How the gateway closes a session from its side. */
export interface Denial {
  /** One of `denied`, or any number the cloud might send. Nothing: the SDK sees a session closed without a cause. */
  err?: number
  /** One of `action`. Nothing: the SDK decides, which is to try again. */
  action?: number
  /** Seconds the client shall wait first. */
  delay?: number
  /** Where to go, with `action.redirect`. */
  nodes?: readonly { ip: string; port: number; ipv6?: string }[]
  /** One of `reason`; by default the one of the session's role. */
  reason?: number
}

/** The JSON text of CloseSessionPush.err_info; empty when the denial says nothing. */
export function errorInfo({ err, action, delay, nodes }: Denial): string {
  if (err === undefined && action === undefined) return ''
  return JSON.stringify({
    action: action ?? 0,
    err: err ?? 0,
    ...(delay === undefined ? {} : { action_delay: delay }),
    ...(nodes ? { ins: nodes.map(({ ip, port, ipv6 = '' }) => ({ ip, port, ipv6 })) } : {}),
  })
}
