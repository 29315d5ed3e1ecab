import type { Engine } from '../engine.ts'
import { attempt } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import { again } from '../reactions.ts'
import { createStore, type Store } from '../store.ts'
import type { Device, Devices } from './devices.ts'

export interface SpeakerState {
  /** What the person has chosen; the browser's choice without one. */
  readonly chosen?: Device
  /** Whether it is not there at the moment, so that everybody is heard through the browser's choice. */
  readonly gone: boolean
}

/** Through which speaker the others are heard. */
export interface Speaker {
  readonly state: Store<SpeakerState>
  /** Lets everybody be heard through the speaker with this ID; the browser's choice by an empty one. */
  choose(id: string): Promise<void>
  /** Lets what an element plays be heard through it, for as long as it is in the page. */
  letPlay(element: HTMLMediaElement): void
}

/** How a browser lists the speaker of its own choice. */
const byDefault = 'default'

export function createSpeaker(
  engine: Pick<Engine, 'useAudioOutputDevice'>,
  devices: Pick<Devices, 'state'>,
  problems: Problems,
): Speaker {
  const state = createStore<SpeakerState>({ gone: false })
  let elements: readonly HTMLMediaElement[] = []

  async function route(): Promise<void> {
    problems.clear('speaker')
    elements = elements.filter((element) => element.isConnected)
    for (const element of elements) {
      const { chosen, gone } = state.get()
      const id = chosen && !gone ? chosen.id : byDefault
      if ((element.sinkId || byDefault) === id) continue
      const outcome = await attempt(() => engine.useAudioOutputDevice(element, id))
      if (outcome.ok) continue
      const headline = 'You do not hear the others through the speaker that you chose'
      const { failure } = outcome
      return problems.report({
        about: 'speaker',
        headline,
        failure,
        otherwise: again,
        recovery: { retry: route },
      })
    }
  }

  devices.state.watch(({ speakers }) => {
    const { chosen, gone } = state.get()
    const isGone = chosen !== undefined && !speakers.some(({ id }) => id === chosen.id)
    if (isGone === gone) return
    state.patch({ gone: isGone })
    void route()
  })

  return {
    state,
    choose(id) {
      const chosen = devices.state.get().speakers.find((each) => each.id === id)
      state.set({ gone: false, ...(chosen && { chosen }) })
      return route()
    },
    letPlay(element) {
      elements = [...elements, element]
      void route()
    },
  }
}
