import { createStore, type Store } from '../store.ts'
import { newStreamID } from './stream-id.ts'

/** What the camera's stream is called: a new ID each time, or the one that the person has given it. */
export interface StreamName {
  readonly state: Store<{ readonly text: string; readonly isGiven: boolean }>
  give(text: string): void
  /** Whatever was given is forgotten: somebody else has it, or the room is left. */
  forget(): void
  /** The ID to go live with. */
  next(userID: string): string
}

export function createStreamName(): StreamName {
  const state = createStore({ text: '', isGiven: false })
  return {
    state,
    give: (text) => state.set({ text, isGiven: true }),
    forget: () => state.set({ text: '', isGiven: false }),
    next(userID) {
      if (!state.get().isGiven) state.patch({ text: newStreamID(userID, 'camera') })
      return state.get().text
    },
  }
}
