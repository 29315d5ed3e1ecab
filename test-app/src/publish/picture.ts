import type { Capture } from '../device/capture.ts'
import type { Engine } from '../engine.ts'
import { attempt } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import { createStore, type Store } from '../store.ts'

/** How the own picture is captured. */
export interface Wish {
  readonly width: number
  readonly height: number
  /** Frames a second that the camera has to give at least. */
  readonly leastFrames: number
}

/** The size and the pace of the own picture, also while it is live. */
export interface Picture {
  /** What was set last, in words; empty before. */
  readonly state: Store<string>
  set(wish: Wish): Promise<void>
}

export interface PictureNeeds {
  readonly engine: Pick<Engine, 'setVideoConfig'>
  readonly capture: Pick<Capture, 'state'>
  readonly problems: Problems
}

export function createPicture({ engine, capture, problems }: PictureNeeds): Picture {
  const state = createStore('')

  async function set({ width, height, leastFrames }: Wish): Promise<void> {
    const { media } = capture.state.get()
    if (!media) return
    problems.clear('picture')
    const pace = { frameRate: { min: leastFrames, ideal: Math.max(leastFrames, 15) } }
    const outcome = await attempt(() => engine.setVideoConfig(media, { width, height, ...pace }))
    // The preview may have ended before the camera was through with it.
    if (media !== capture.state.get().media) return
    if (outcome.ok) return state.set(`${width}×${height}, at least ${leastFrames} frames a second`)
    const { failure } = outcome
    problems.report({ about: 'picture', headline: 'Your picture was not changed', failure })
  }

  capture.state.watch(({ media }) => {
    if (media) return
    state.set('')
    problems.clear('picture')
  })

  return { state, set }
}
