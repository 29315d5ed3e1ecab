import type { Capture } from '../device/capture.ts'
import type { Engine } from '../engine.ts'
import { createStore, type Store } from '../store.ts'

/** Who makes a sound at the moment: the own microphone, and every stream that is played. */
export interface SoundLevels {
  readonly state: Store<Heard>
  listen(on: boolean): void
}

export interface Heard {
  /** Whether anybody listens. */
  readonly on: boolean
  readonly levels: readonly SoundLevel[]
}

export interface SoundLevel {
  /** The stream; the own microphone has none. */
  readonly streamID?: string
  /** From 0 to 100. */
  readonly level: number
  /** Nothing was heard for some time, as where the microphone is off, gone or broken. */
  readonly isSilent: boolean
}

/** Ms between two levels. */
const interval = 300
/** So many levels of 0 are silence: people pause for less. */
const pause = 10
const off: Heard = { on: false, levels: [] }

export interface SoundLevelsNeeds {
  readonly engine: Pick<Engine, 'on' | 'setSoundLevelDelegate'>
  readonly capture: Pick<Capture, 'state'>
}

export function createSoundLevels({ engine, capture }: SoundLevelsNeeds): SoundLevels {
  const state = createStore(off)
  const zeros = new Map<string | undefined, number>()

  function heard(value: number, streamID?: string): SoundLevel {
    const quiet = value > 0 ? 0 : (zeros.get(streamID) ?? 0) + 1
    zeros.set(streamID, quiet)
    return { level: Math.round(value), isSilent: quiet >= pause, ...(streamID !== undefined && { streamID }) }
  }

  /** Of a microphone that is gone the SDK tells nothing, so that the last level would stay. */
  const own = (value: number): SoundLevel =>
    capture.state.get().lost.includes('microphone') ? { level: 0, isSilent: true } : heard(value)
  const isOwn = ({ streamID }: SoundLevel) => streamID === undefined
  const showOwn = (level: SoundLevel) =>
    state.patch({ levels: [level, ...state.get().levels.filter((each) => !isOwn(each))] })

  engine.on('capturedSoundLevelUpdate', (value) => {
    if (state.get().on) showOwn(own(value))
  })
  engine.on('soundLevelUpdate', (all) => {
    const { on, levels } = state.get()
    const played = all.filter(({ type }) => type === 'pull')
    const others = played.map(({ streamID, soundLevel }) => heard(soundLevel, streamID))
    if (on) state.patch({ levels: [...levels.filter(isOwn), ...others] })
  })

  // A track that ends takes all levels with it, those of others too, until they are asked for anew.
  let { lost } = capture.state.get()
  capture.state.watch((now) => {
    if (now.lost === lost) return
    lost = now.lost
    if (!state.get().on) return
    listen(false)
    listen(true)
    showOwn(own(0))
  })

  function listen(on: boolean): void {
    if (on === state.get().on) return
    zeros.clear()
    engine.setSoundLevelDelegate(on, interval)
    state.set({ ...off, on })
  }

  return { state, listen }
}
