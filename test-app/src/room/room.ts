import type { Engine } from '../engine.ts'
import { exclusive } from '../exclusive.ts'
import { attempt, eventFailure, type Failure } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import { type Action, rejoin as rejoinAction } from '../reactions.ts'
import { createStore, type Store } from '../store.ts'
import { isIn, nextPhase, type Phase, type Reason, type RoomEvent } from './room-state.ts'

export interface RoomState {
  readonly phase: Phase
  readonly roomID: string
  readonly userID: string
  /** What the others read; the user ID where it is empty. */
  readonly userName: string
  /** The last `roomStateChanged`, as the SDK said it. */
  readonly reason?: Reason
  /** The code of that event; not 0 while `reconnecting` means: the SDK is retrying because of it. */
  readonly code: number
}

/** The room this page is in, or wants to be in. */
export interface Room {
  readonly state: Store<RoomState>
  join(roomID: string, userID: string, userName?: string): Promise<void>
  /** In again, with a fresh token; whoever is still in leaves first. */
  rejoin(): Promise<void>
  /** A fresh token: given to the SDK where we are in, else used to get in. */
  renewToken(): Promise<void>
  leave(): Promise<void>
}

export interface RoomNeeds {
  readonly engine: Pick<Engine, 'on' | 'loginRoom' | 'logoutRoom' | 'renewToken'>
  readonly problems: Problems
  readonly fetchToken: (userID: string, roomID: string) => Promise<string>
  /** Puts the cursor where the entry that this code is about can be corrected. */
  readonly editEntry: (code: number | undefined) => void
}

export function createRoom({ engine, problems, fetchToken, editEntry }: RoomNeeds): Room {
  const state = createStore<RoomState>({ phase: 'outside', roomID: '', userID: '', userName: '', code: 0 })
  let entry = 0
  let renewedAt = 0

  const move = (event: RoomEvent, more: Partial<RoomState> = {}) =>
    state.patch({ ...more, phase: nextPhase(state.get().phase, event) })

  const phaseIs = (phase: Phase) => state.get().phase === phase

  /** The promise of `loginRoom` may never settle (after leaving, for one), so an entry is dropped by its number. */
  async function enter(event: 'join' | 'rejoin', roomID: string, userID: string, userName: string) {
    const mine = ++entry
    problems.clear('room', 'token')
    move(event, { roomID, userID, userName, code: 0 })
    const outcome = await attempt(async () => {
      const token = await fetchToken(userID, roomID)
      if (mine !== entry) return true
      return engine.loginRoom(roomID, token, { userID, userName: userName || userID }, { userUpdate: true })
    })
    if (mine !== entry) return
    move(outcome.ok ? 'LOGINED' : 'refused')
    if (!outcome.ok) report('You could not join the room', outcome.failure)
  }

  /** The SDK refuses a second login to a room it has not been logged out of; if it is out already, all the better. */
  const logOut = (roomID: string) => attempt(() => engine.logoutRoom(roomID))

  function report(headline: string, failure: Failure, note = '', otherwise?: Action): void {
    const recovery = { retry: again, edit: () => editEntry(failure.code) }
    problems.report({ about: 'room', headline, failure, note, recovery, ...(otherwise && { otherwise }) })
  }

  /** The SDK has logged us out, and we did not ask for it. */
  function reportLogout(detail: string): void {
    problems.report({
      about: 'room',
      headline: 'You are out of the room',
      failure: { origin: 'zego', detail },
      reaction: {
        kind: 'rejoin',
        message: 'You were logged out.',
        actions: [rejoinAction],
        severity: 'warning',
      },
    })
  }

  async function again(): Promise<void> {
    const { roomID, userID, userName } = state.get()
    if (phaseIs('outside')) return enter('join', roomID, userID, userName)
    if (!phaseIs('lost')) return
    await logOut(roomID)
    await enter('rejoin', roomID, userID, userName)
  }

  async function rejoin(): Promise<void> {
    const { phase, roomID, userID, userName } = state.get()
    if (!isIn(phase)) return again()
    await leave()
    await join(roomID, userID, userName)
  }

  async function join(roomID: string, userID: string, userName = ''): Promise<void> {
    if (phaseIs('outside')) await enter('join', roomID, userID, userName)
  }

  async function leave(): Promise<void> {
    if (phaseIs('outside')) return
    entry++
    move('leave')
    problems.clear('room', 'token')
    await logOut(state.get().roomID)
  }

  async function renewToken(): Promise<void> {
    await (isIn(state.get().phase) ? renewHere() : again())
  }

  const renewHere = exclusive(async () => {
    problems.clear('token')
    const { roomID, userID } = state.get()
    const outcome = await attempt(async () => {
      const token = await fetchToken(userID, roomID)
      renewedAt = Date.now()
      return engine.renewToken(token, roomID)
    })
    if (!outcome.ok) reportToken(outcome.failure)
  })

  function reportToken(failure: Failure): void {
    const headline = 'Your access to the room is about to expire'
    problems.report({ about: 'token', headline, failure, recovery: { retry: renewToken } })
  }

  engine.on('roomStateChanged', (roomID, reason: Reason, code, extendedData) => {
    if (roomID !== state.get().roomID) return
    const wasIn = isIn(state.get().phase)
    move(reason, { reason, code })
    if (reason === 'LOGOUT' && wasIn) reportLogout(extendedData)
    if (reason === 'LOGINED' || reason === 'RECONNECTED') problems.clear('room', 'token')
    // LOGIN_FAILED goes with a rejection of loginRoom, which tells the same.
    if (reason === 'KICKOUT') report('You are out of the room', eventFailure(code), reasonGiven(extendedData))
    if (reason === 'RECONNECT_FAILED')
      report('You lost the room', eventFailure(code, extendedData), '', rejoinAction)
  })
  engine.on('tokenWillExpire', (roomID) => {
    if (roomID !== state.get().roomID || !isIn(state.get().phase)) return
    if (Date.now() - renewedAt > 1000) return void renewHere()
    // It comes at once for a token that has expired already: asking for another would go round in circles.
    reportToken({ origin: 'own-server', detail: '/api/token hands out tokens that have expired' })
  })

  return {
    state,
    rejoin,
    renewToken,
    join,
    leave,
  }
}

/**
 * The words a host can send along with a kick-out: `{"custom_kickout_message":"…"}`. Without any, the SDK puts in some of
 * its own, which end with the number of the reason.
 */
function reasonGiven(extendedData: string): string {
  try {
    const said: unknown = JSON.parse(extendedData).custom_kickout_message
    if (typeof said !== 'string' || /kickout reason: \d+$/.test(said)) return ''
    return `The reason given: “${said}”`
  } catch {
    return ''
  }
}
