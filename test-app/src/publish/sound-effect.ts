import type { Capture } from '../device/capture.ts'
import type { Engine } from '../engine.ts'
import { attempt, type Failure } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import { again } from '../reactions.ts'
import { createStore, type Store } from '../store.ts'

export type SoundPhase = 'idle' | 'loading' | 'playing' | 'played'

/** A sound that is played into the own stream, for everybody to hear. */
export interface SoundEffect {
  readonly state: Store<SoundPhase>
  play(): Promise<void>
}

export interface SoundEffectNeeds {
  readonly engine: Pick<Engine, 'loadAudioEffect' | 'createAudioEffectPlayer'>
  readonly capture: Pick<Capture, 'state'>
  readonly problems: Problems
  /** Where the file of the sound is. */
  readonly file: string
}

const name = 'chime'
/** The documentation's code of a sound that does not decode; this SDK hands on the browser's own error, which has none. */
const undecodable = 1103057

export function createSoundEffect({ engine, capture, problems, file }: SoundEffectNeeds): SoundEffect {
  const state = createStore<SoundPhase>('idle')
  let isLoaded = false

  async function play(): Promise<void> {
    const { media } = capture.state.get()
    if (!media || state.get() === 'loading' || state.get() === 'playing') return
    problems.clear('sound')
    state.set('loading')
    const outcome = await attempt(async () => isLoaded || engine.loadAudioEffect(name, file))
    if (!outcome.ok) {
      state.set('idle')
      return problems.report({
        about: 'sound',
        headline: 'The chime was not played',
        failure: withCode(outcome.failure),
        otherwise: again,
        recovery: { retry: play },
      })
    }
    isLoaded = true
    // The preview may have ended while the file was loading.
    if (media !== capture.state.get().media) return state.set('idle')
    const now = (phase: SoundPhase) => () => media === capture.state.get().media && state.set(phase)
    engine.createAudioEffectPlayer(media).start(name, {}, now('playing'), now('played'))
  }

  capture.state.watch(({ media }) => {
    if (media) return
    state.set('idle')
    problems.clear('sound')
  })

  return { state, play }
}

const withCode = (failure: Failure): Failure =>
  failure.detail.startsWith('EncodingError') ? { ...failure, origin: 'zego', code: undecodable } : failure
