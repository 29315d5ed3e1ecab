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
  let last: Entry = { roomID: '', userID: '', userName: '' }

  /** @returns whether it was done */
  async function ask(headline: string, entry: Entry, call: () => Promise<unknown>): Promise<boolean> {
    problems.clear('side-room')
    const outcome = await attempt(call)
    if (outcome.ok) return true
    const { failure } = outcome
    report(headline, entry, failure, () => ask(headline, entry, call))
    return false
  }

  function report(headline: string, entry: Entry, failure: Failure, retry: () => unknown): void {
    problems.report({
      about: 'side-room',
      headline,
      failure,
      recovery: { retry, edit: () => edit(failure.code), rejoin: () => goOver(entry) },
    })
  }

  async function join(entry: Entry): Promise<void> {
    const { roomID, userID, userName } = entry
    last = entry
    state.patch({ entering: true })
    const isIn = await ask('You could not join the other room', entry, async () => {
      const token = await fetchToken(userID, roomID)
      return engine.loginRoom(roomID, token, { userID, userName: userName || userID })
    })
    state.patch(isIn ? { roomID, entering: false } : { entering: false })
  }

  /** There can be one room beside the main one. */
  async function goOver(entry: Entry): Promise<void> {
    const { roomID } = state.get()
    if (roomID) await attempt(async () => engine.logoutRoom(roomID))
    await join(entry)
  }

  engine.on('IMRecvBroadcastMessage', (room, messages) => {
    const last = messages.at(-1)
    if (room === state.get().roomID && last)
      state.patch({ heard: `${last.fromUser.userName || last.fromUser.userID}: ${last.message}` })
  })
  engine.on('roomStateChanged', (room, reason, code) => {
    if (room !== state.get().roomID || (reason !== 'KICKOUT' && reason !== 'RECONNECT_FAILED')) return
    state.set(none)
    report('You are out of the other room', last, eventFailure(code), () => join(last))
  })

  return {
    state,
    join,
    async move(entry, to) {
      const { roomID, userID } = entry
      const hasMoved = await ask('You could not move to the other room', entry, async () => {
        const token = await fetchToken(userID, to)
        return engine.switchRoom(roomID, to, { token })
      })
      if (hasMoved) state.set({ ...none, roomID: to })
    },
    async leave(entry) {
      const isOut = await ask('You could not leave the other room', entry, async () =>
        engine.logoutRoom(entry.roomID),
      )
      if (isOut) state.set(none)
    },
    async say(entry, text, kind) {
      const isSaid = await ask('Your line was not sent', entry, () => by[kind](entry.roomID, text))
      if (isSaid) state.patch({ heard: `You: ${text}` })
    },
    async setTopic(entry, text) {
      await ask('The topic of the other room was not changed', entry, () =>
        engine.setRoomExtraInfo(entry.roomID, 'topic', text),
      )
    },
    clear() {
      state.set(none)
      problems.clear('side-room')
    },
  }
}
