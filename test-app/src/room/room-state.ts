/**
 * Where this page stands: `outside` (the join form), `entering`, `inside`, `reconnecting` (the SDK repairs the connection by
 * itself), `lost` (removed, or given up: only the person can go on) and `reentering` (from `lost`).
 */
export type Phase = 'outside' | 'entering' | 'inside' | 'reconnecting' | 'lost' | 'reentering'

/** The SDK's `roomStateChanged` reasons. */
export type Reason =
  | 'LOGINING'
  | 'LOGINED'
  | 'LOGIN_FAILED'
  | 'RECONNECTING'
  | 'RECONNECTED'
  | 'RECONNECT_FAILED'
  | 'KICKOUT'
  | 'LOGOUT'
  | 'LOGOUT_FAILED'

/** What the person does, the SDK says, or (`refused`) a login that came to nothing. */
export type RoomEvent = Reason | 'join' | 'rejoin' | 'leave' | 'refused'

const transitions: Record<Phase, Partial<Record<RoomEvent, Phase>>> = {
  outside: { join: 'entering' },
  entering: {
    LOGINED: 'inside',
    LOGIN_FAILED: 'outside',
    refused: 'outside',
    KICKOUT: 'outside',
    leave: 'outside',
  },
  inside: {
    RECONNECTING: 'reconnecting',
    RECONNECT_FAILED: 'lost',
    KICKOUT: 'lost',
    LOGOUT: 'lost',
    leave: 'outside',
  },
  reconnecting: {
    RECONNECTED: 'inside',
    LOGINED: 'inside',
    RECONNECT_FAILED: 'lost',
    KICKOUT: 'lost',
    LOGOUT: 'lost',
    leave: 'outside',
  },
  lost: { rejoin: 'reentering', leave: 'outside' },
  reentering: { LOGINED: 'inside', LOGIN_FAILED: 'lost', refused: 'lost', KICKOUT: 'lost', leave: 'outside' },
}

/** The phase after `event`; the same one where the event means nothing (e.g. a late answer after leaving). */
export function nextPhase(phase: Phase, event: RoomEvent): Phase {
  return transitions[phase][event] ?? phase
}

/** True while the SDK holds the room for us, also when it has to repair the connection to it. */
export function isIn(phase: Phase): boolean {
  return phase === 'inside' || phase === 'reconnecting'
}

/** True while the room's own page is shown, with or without a connection. */
export function showsRoom(phase: Phase): boolean {
  return phase !== 'outside' && phase !== 'entering'
}
