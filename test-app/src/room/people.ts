import type { Engine } from '../engine.ts'
import { createStore, type Store } from '../store.ts'

export interface Person {
  readonly userID: string
  readonly userName: string
}

/** Who else is in the room. */
export interface People {
  readonly state: Store<readonly Person[]>
  clear(): void
}

export function createPeople(engine: Pick<Engine, 'on'>, roomID: () => string): People {
  const state = createStore<readonly Person[]>([])
  engine.on('roomUserUpdate', (room, update, users) => {
    if (room !== roomID()) return
    const changed = users.map(({ userID, userName }) => ({ userID, userName: userName || userID }))
    const others = state.get().filter(({ userID }) => !changed.some((user) => user.userID === userID))
    state.set(update === 'ADD' ? [...others, ...changed] : others)
  })
  return { state, clear: () => state.set([]) }
}
