import type { Engine } from '../engine.ts'
import { attempt, eventFailure, type Failure } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import { createStore, type Store } from '../store.ts'
import { createSenders, type MessageKind, type SendersNeeds } from './senders.ts'

/** Which room beside the main one, and as whom: the SDK wants the same user in both. */
export interface Entry {
  readonly roomID: string
  readonly userID: string
  /** What the others there read; the user ID where it is empty. */
  readonly userName: string
}

export interface SideRoomState {
  /** The room this page is in beside the main one; empty where it is in none. */
  readonly roomID: string
  readonly entering: boolean
  /** What was said there last, by whomever. */
  readonly heard: string
}

/** A second room beside the main one, such as a breakout room: for its lines and its topic, without its streams. */
export interface SideRoom {
  readonly state: Store<SideRoomState>
  join(entry: Entry): Promise<void>
  /** From that room straight into another. */
  move(entry: Entry, to: string): Promise<void>
  leave(entry: Entry): Promise<void>
  say(entry: Entry, text: string, kind: MessageKind): Promise<void>
  setTopic(entry: Entry, text: string): Promise<void>
  /** The main room is left, and with it the other one. */
  clear(): void
}

export interface SideRoomNeeds {
  readonly engine: SendersNeeds['engine'] &
    Pick<Engine, 'on' | 'loginRoom' | 'logoutRoom' | 'switchRoom' | 'setRoomExtraInfo'>
  readonly problems: Problems
  readonly fetchToken: (userID: string, roomID: string) => Promise<string>
  /** Puts the cursor where what this code is about can be corrected. */
  readonly edit: (code: number | undefined) => void
}

const none: SideRoomState = { roomID: '', entering: false, heard: '' }

export function createSideRoom({ engine, problems, fetchToken, edit }: SideRoomNeeds): SideRoom {
  const state = createStore<SideRoomState>(none)
  const by = createSenders({ engine, others: () => [] })
  /** To come back after this page was put out. */
  let entered: Entry = { roomID: '', userID: '', userName: '' }
  let clears = 0

  /** Tries it, and again when the person wants to. @param done once it was */
  async function ask(
    headline: string,
    entry: Entry,
    call: () => Promise<unknown>,
    done = () => {},
  ): Promise<void> {
    const before = clears
    problems.clear('side-room')
    const outcome = await attempt(call)
    // What comes after the main room was left is nobody's concern any more.
    if (before !== clears) return
    if (outcome.ok) done()
    else report(headline, entry, outcome.failure, () => ask(headline, entry, call, done))
  }

  function report(headline: string, entry: Entry, failure: Failure, retry: () => unknown): void {
    problems.report({
      about: 'side-room',
      headline,
      failure,
      recovery: { retry, edit: () => edit(failure.code), rejoin: () => goOver(entry) },
    })
  }

  /** In by `call`; out again at once where the main room was left meanwhile. */
  async function getIn(userID: string, roomID: string, call: (token: string) => Promise<unknown>) {
    const before = clears
    const token = await fetchToken(userID, roomID)
    if (before !== clears) return
    const answer = await call(token)
    if (before !== clears) engine.logoutRoom(roomID)
    return answer
  }

  async function join(entry: Entry): Promise<void> {
    const { roomID, userID, userName } = entry
    const logIn = (token: string) => engine.loginRoom(roomID, token, { userID, userName: userName || userID })
    const enter = async () => {
      const before = clears
      state.patch({ entering: true })
      return getIn(userID, roomID, logIn).finally(() => {
        if (before === clears) state.patch({ entering: false })
      })
    }
    await ask('You could not join the other room', entry, enter, () => isNowIn(entry))
  }

  function isNowIn(entry: Entry): void {
    entered = entry
    state.set({ ...none, roomID: entry.roomID })
  }

  async function leave(): Promise<void> {
    const { roomID } = state.get()
    state.set(none)
    if (roomID) await attempt(async () => engine.logoutRoom(roomID))
  }

  /** There can be one room beside the main one. */
  async function goOver(entry: Entry): Promise<void> {
    await leave()
    await join(entry)
  }

  engine.on('IMRecvBroadcastMessage', (room, messages) => {
    const newest = messages.at(-1)
    if (room === state.get().roomID && newest)
      state.patch({ heard: `${newest.fromUser.userName || newest.fromUser.userID}: ${newest.message}` })
  })
  engine.on('roomStateChanged', (room, reason, code) => {
    if (room !== state.get().roomID || (reason !== 'KICKOUT' && reason !== 'RECONNECT_FAILED')) return
    state.set(none)
    report('You are out of the other room', entered, eventFailure(code), () => join(entered))
  })

  return {
    state,
    join,
    move(entry, to) {
      const { roomID, userID } = entry
      const goThere = () => getIn(userID, to, (token) => engine.switchRoom(roomID, to, { token }))
      const arrived = () => isNowIn({ ...entry, roomID: to })
      return ask('You could not move to the other room', entry, goThere, arrived)
    },
    leave(entry) {
      const logOut = async () => engine.logoutRoom(entry.roomID)
      return ask('You could not leave the other room', entry, logOut, () => state.set(none))
    },
    say(entry, text, kind) {
      const said = () => state.patch({ heard: `You: ${text}` })
      return ask('Your line was not sent', entry, () => by[kind](entry.roomID, text), said)
    },
    setTopic(entry, text) {
      const change = () => engine.setRoomExtraInfo(entry.roomID, 'topic', text)
      return ask('The topic of the other room was not changed', entry, change)
    },
    clear() {
      clears++
      void leave()
      problems.clear('side-room')
    },
  }
}
