import type { Engine } from '../engine.ts'
import { attempt, eventFailure } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import { createStore, type Store } from '../store.ts'
import type { Capture } from './capture.ts'

/** What is done to the own picture before others see it. */
export interface Effects {
  /** Whether the picture is beautified. */
  readonly state: Store<boolean>
  beautify(on: boolean): Promise<void>
}

export interface EffectsNeeds {
  readonly engine: Pick<Engine, 'on' | 'setEffectsBeauty'>
  readonly capture: Pick<Capture, 'state'>
  readonly problems: Problems
  /** Opens the devices anew. */
  readonly reopen: () => Promise<void>
}

export function createEffects({ engine, capture, problems, reopen }: EffectsNeeds): Effects {
  const state = createStore(false)

  async function beautify(on: boolean): Promise<void> {
    const { media } = capture.state.get()
    if (!media) return
    problems.clear('effect')
    const outcome = await attempt(() => engine.setEffectsBeauty(media, on))
    // The preview may have ended before the effect was ready.
    if (media !== capture.state.get().media) return
    if (outcome.ok) return state.set(on)
    problems.report({
      about: 'effect',
      headline: 'Your picture is not beautified',
      failure: outcome.failure,
      recovery: { retry: () => afresh(on) },
    })
  }

  /** With a picture that the SDK failed on once, the call would never end. */
  async function afresh(on: boolean): Promise<void> {
    await reopen()
    await beautify(on)
  }

  engine.on('beautyEffectError', (media, code, data) => {
    if (media !== capture.state.get().media || !state.get()) return
    problems.report({
      about: 'effect',
      headline: 'Your picture may stutter',
      failure: eventFailure(code, data),
      otherwise: { label: 'Switch it off', run: 'retry' },
      recovery: { retry: () => beautify(false) },
    })
  })
  capture.state.watch(({ media }) => {
    if (media) return
    state.set(false)
    problems.clear('effect')
  })

  return { state, beautify }
}
