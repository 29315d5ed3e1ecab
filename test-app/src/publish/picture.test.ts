import { expect, test, vi } from 'vitest'
import type { CaptureState } from '../device/capture.ts'
import { createProblems } from '../problem/problem.ts'
import { postponed, scriptedEngine } from '../scripted-engine.ts'
import { createStore } from '../store.ts'
import { createPicture } from './picture.ts'

const off: CaptureState = { muted: { camera: false, microphone: false }, lost: [], silenced: [] }
const wish = { width: 320, height: 240, leastFrames: 5 }

test('what the camera cannot do is told, although the call is fulfilled, and what it can is shown', async () => {
  const setVideoConfig = vi
    .fn()
    .mockResolvedValueOnce({ errorCode: 1103029 })
    .mockResolvedValue({ errorCode: 0 })
  const problems = createProblems({})
  const state = createStore<CaptureState>({ ...off, media: {} as MediaStream })
  const { engine } = scriptedEngine({ setVideoConfig })
  const picture = createPicture({ engine, capture: { state }, problems })
  await picture.set({ ...wish, leastFrames: 500 })
  expect(problems.open.get()[0]).toMatchObject({ about: 'picture', codes: [1103029] })
  await picture.set(wish)
  expect(problems.open.get()).toEqual([])
  expect(picture.state.get()).toBe('320×240, at least 5 frames a second')
  state.set(off)
  expect(picture.state.get()).toBe('')
})

test('what the camera was told for a preview that has ended is not said of the next one', async () => {
  const answer = postponed<{ errorCode: number }>()
  const problems = createProblems({})
  const state = createStore<CaptureState>({ ...off, media: {} as MediaStream })
  const { engine } = scriptedEngine({ setVideoConfig: () => answer.promise })
  const picture = createPicture({ engine, capture: { state }, problems })
  const set = picture.set(wish)
  state.set(off)
  answer.resolve({ errorCode: 0 })
  await set
  expect(picture.state.get()).toBe('')
})
