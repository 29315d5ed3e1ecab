import type { Engine } from './engine.ts'
import { attempt } from './failure.ts'
import type { Problems } from './problem.ts'
import { createStore, type Store } from './store.ts'

/** A room keeps one piece of extra information, so everything goes under this one key. */
const KEY = 'topic'

export interface TopicState {
  readonly text: string
  /** The SDK takes one change at a time: a second one is refused until the first is answered. */
  readonly saving: boolean
}

/** What the room is about, for everybody in it: the room's extra information. */
export interface Topic {
  readonly state: Store<TopicState>
  change(text: string): Promise<void>
  /** The room is lost, and with it the answer to a change. */
  clear(): void
}

export interface TopicNeeds {
  readonly engine: Pick<Engine, 'on' | 'setRoomExtraInfo'>
  readonly problems: Problems
  readonly roomID: () => string
  /** Puts the cursor where the topic can be changed. */
  readonly edit: () => void
}

export function createTopic({ engine, problems, roomID, edit }: TopicNeeds): Topic {
  const state = createStore<TopicState>({ text: '', saving: false })

  async function change(text: string): Promise<void> {
    if (state.get().saving) return
    state.patch({ saving: true })
    problems.clear('topic')
    const outcome = await attempt(() => engine.setRoomExtraInfo(roomID(), KEY, text))
    state.patch(outcome.ok ? { text, saving: false } : { saving: false })
    if (outcome.ok) return problems.clear('topic')
    problems.report({
      about: 'topic',
      headline: 'The topic was not changed',
      failure: outcome.failure,
      recovery: { retry: () => change(text), edit },
    })
  }

  engine.on('roomExtraInfoUpdate', (room, infos) => {
    if (room !== roomID()) return
    const info = infos.find(({ key }) => key === KEY)
    if (info) state.patch({ text: info.value })
  })

  return {
    state,
    change,
    clear() {
      state.set({ text: '', saving: false })
      problems.clear('topic')
    },
  }
}
