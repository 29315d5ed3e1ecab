import { expect, test, vi } from 'vitest'
import { createProblems } from '../problem/problem.ts'
import { scriptedEngine } from '../scripted-engine.ts'
import { createStore } from '../store.ts'
import type { CaptureState } from './capture.ts'
import { createExtras } from './extras.ts'

const off: CaptureState = { muted: { camera: false, microphone: false }, lost: [], silenced: [] }

test('a background is blurred once there is a preview', async () => {
  const enableBackgroundProcess = vi.fn(async (media: unknown) => {
    if (!media) throw { code: 1103054, message: 'no preview' }
    return { errorCode: 0 }
  })
  const problems = createProblems({})
  const state = createStore<CaptureState>(off)
  const { engine } = scriptedEngine({
    initBackgroundModule: async () => ({ errorCode: 0 }),
    enableBackgroundProcess,
  })
  const extras = createExtras({ engine, capture: { state }, problems })
  await extras.blur(true)
  expect(problems.open.get()[0]).toMatchObject({ about: 'extra', codes: [1103054] })
  state.set({ ...off, media: {} as MediaStream })
  expect(problems.open.get()).toEqual([])
  await extras.blur(true)
  expect(extras.state.get()).toEqual({ blurred: true, quiet: false })
  state.set(off)
  expect(extras.state.get().blurred).toBe(false)
})
