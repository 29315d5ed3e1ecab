import type { Engine } from '../engine.ts'
import { attempt } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import { createStore, type Store } from '../store.ts'

/** A room keeps one piece of extra information, so the topic goes under this key: unless the person chooses another, or another app has. */
const ours = 'topic'
const oneKeyOnly = 1002017

export interface TopicState {
  readonly text: string
  /** Under which the room keeps it. */
  readonly name: string
  /** The SDK takes one change at a time: a second one is refused until the first is answered. */
  readonly saving: boolean
}

/** What the room is about, for everybody in it: the room's extra information. */
export interface Topic {
  readonly state: Store<TopicState>
  /** @param name under which the room keeps it; by default the one that it has, as far as that is known */
  change(text: string, name?: string): Promise<void>
  /** The room is lost, and with it the answer to a change. */
  clear(): void
}

const none: TopicState = { text: '', name: ours, saving: false }

export interface TopicNeeds {
  readonly engine: Pick<Engine, 'on' | 'setRoomExtraInfo'>
  readonly problems: Problems
  readonly roomID: () => string
  /** Puts the cursor where what this code is about can be changed. */
  readonly edit: (code: number | undefined) => void
}

export function createTopic({ engine, problems, roomID, edit }: TopicNeeds): Topic {
  const state = createStore(none)
  let kept = ours
  let clears = 0

  /** The room takes no second key, so who changes it after that refusal takes over the one that there is. */
  function correct(code: number | undefined): void {
    if (code === oneKeyOnly) state.patch({ name: kept })
    edit(code)
  }

  async function change(text: string, name = state.get().name): Promise<void> {
    if (state.get().saving) return
    const before = clears
    state.patch({ name, saving: true })
    problems.clear('topic')
    const outcome = await attempt(() => engine.setRoomExtraInfo(roomID(), name, text))
    // What comes after the room was left is no topic of the next one.
    if (before !== clears) return
    state.patch(outcome.ok ? { text, saving: false } : { saving: false })
    if (outcome.ok) return problems.clear('topic')
    const { failure } = outcome
    problems.report({
      about: 'topic',
      headline: 'The topic was not changed',
      failure,
      recovery: { retry: () => change(text, name), edit: () => correct(failure.code) },
    })
  }

  engine.on('roomExtraInfoUpdate', (room, infos) => {
    if (room !== roomID()) return
    for (const info of infos) {
      kept = info.key
      if (info.key === state.get().name) state.patch({ text: info.value })
    }
  })

  return {
    state,
    change,
    clear() {
      clears++
      state.set(none)
      kept = ours
      problems.clear('topic')
    },
  }
}
