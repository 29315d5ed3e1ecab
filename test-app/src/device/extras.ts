import type { Engine } from '../engine.ts'
import { attempt } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import { createStore, type Store } from '../store.ts'
import type { Capture } from './capture.ts'

export interface ExtrasState {
  readonly blurred: boolean
  readonly quiet: boolean
}

/** What modules of the SDK do to picture and sound: they blur the background and take the noise out. */
export interface Extras {
  readonly state: Store<ExtrasState>
  blur(on: boolean): Promise<void>
  reduceNoise(on: boolean): Promise<void>
}

export interface ExtrasNeeds {
  readonly engine: Pick<Engine, 'initBackgroundModule' | 'enableBackgroundProcess' | 'enableAiDenoise'>
  readonly capture: Pick<Capture, 'state'>
  readonly problems: Problems
}

/** What is told apart from the background. */
const portrait = 0
/** Where this site keeps the files of the SDK's module. */
const assets = '/background'

const none: ExtrasState = { blurred: false, quiet: false }

export function createExtras({ engine, capture, problems }: ExtrasNeeds): Extras {
  const state = createStore(none)

  async function change(
    headline: string,
    to: Partial<ExtrasState>,
    call: (media: MediaStream) => Promise<unknown>,
  ): Promise<void> {
    problems.clear('extra')
    // Without a preview it is the SDK that says so.
    const { media } = capture.state.get()
    const outcome = await attempt(async () => call(media as MediaStream))
    // The preview may have ended, or begun, before the module was there.
    if (media !== capture.state.get().media) return
    if (outcome.ok) return state.patch(to)
    problems.report({ about: 'extra', headline, failure: outcome.failure })
  }

  let before = capture.state.get().media
  capture.state.watch(({ media }) => {
    if (!media) state.set(none)
    // Also where there was none, and there is one now. Who only mutes herself keeps what is wrong with it.
    if (!media || media !== before) problems.clear('extra')
    before = media
  })

  return {
    state,
    blur: (on) =>
      change('The background is not blurred', { blurred: on }, async (media) => {
        if (media && on) await engine.initBackgroundModule(portrait, assets)
        return engine.enableBackgroundProcess(media, on, portrait)
      }),
    reduceNoise: (on) =>
      change('The noise is not reduced', { quiet: on }, (media) => engine.enableAiDenoise(media, on)),
  }
}
