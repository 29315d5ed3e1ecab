import type { Engine } from '../engine.ts'
import { attempt, type Failure } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import { again } from '../reactions.ts'
import { createStore, type Store } from '../store.ts'
import type { Device, Devices } from './devices.ts'

/** Through which speaker the others are heard. */
export interface Speaker {
  /** What the person has chosen; the browser's choice without one. */
  readonly chosen: Store<Device | undefined>
  /** Whether it is not there at the moment, so that everybody is heard through the browser's choice. */
  isGone(): boolean
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
  const chosen = createStore<Device | undefined>(undefined)
  let elements: readonly HTMLMediaElement[] = []
  const find = (wanted: string) => devices.state.get().speakers.find(({ id }) => id === wanted)

  function isGone(): boolean {
    const device = chosen.get()
    return device !== undefined && !find(device.id)
  }

  const wanted = () => (isGone() ? undefined : chosen.get()?.id) ?? byDefault

  async function route(): Promise<void> {
    problems.clear('speaker')
    elements = elements.filter((element) => element.isConnected)
    for (const element of elements) {
      const failure = await lead(element)
      if (!failure) continue
      const headline = 'You do not hear the others through the speaker that you chose'
      return problems.report({
        about: 'speaker',
        headline,
        failure,
        otherwise: again,
        recovery: { retry: route },
      })
    }
  }

  /** Lets the element be heard through what is chosen by the time that the browser is done. */
  async function lead(element: HTMLMediaElement): Promise<Failure | undefined> {
    for (let tried = ''; tried !== wanted() && (element.sinkId || byDefault) !== wanted(); ) {
      const id = wanted()
      const outcome = await attempt(() => engine.useAudioOutputDevice(element, id))
      if (!outcome.ok) return outcome.failure
      tried = id
    }
    return undefined
  }

  devices.state.watch(() => void route())

  return {
    chosen,
    isGone,
    choose(id) {
      chosen.set(find(id))
      return route()
    },
    letPlay(element) {
      if (elements.includes(element)) return
      elements = [...elements, element]
      void route()
    },
  }
}
