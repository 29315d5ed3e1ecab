import type { Engine } from '../engine.ts'
import { attempt } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import { createStore, type Store } from '../store.ts'

/** A room keeps one piece of extra information, so everything goes under this one key: unless another app has taken another. */
const ours = 'topic'
const oneKeyOnly = 1002017

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
  let key = ours
  let kept = ours

  /** The room takes no second key, so who changes it after that refusal takes over the one that there is. */
  function correct(code: number | undefined): void {
    if (code === oneKeyOnly) key = kept
    edit()
  }

  async function change(text: string): Promise<void> {
    if (state.get().saving) return
    state.patch({ saving: true })
    problems.clear('topic')
    const outcome = await attempt(() => engine.setRoomExtraInfo(roomID(), key, text))
    state.patch(outcome.ok ? { text, saving: false } : { saving: false })
    if (outcome.ok) return problems.clear('topic')
    const { failure } = outcome
    problems.report({
      about: 'topic',
      headline: 'The topic was not changed',
      failure,
      recovery: { retry: () => change(text), edit: () => correct(failure.code) },
    })
  }

  engine.on('roomExtraInfoUpdate', (room, infos) => {
    if (room !== roomID()) return
    for (const info of infos) {
      kept = info.key
      if (info.key === key) state.patch({ text: info.value })
    }
  })

  return {
    state,
    change,
    clear() {
      state.set({ text: '', saving: false })
      key = kept = ours
      problems.clear('topic')
    },
  }
}
