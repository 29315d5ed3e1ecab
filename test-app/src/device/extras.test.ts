import { expect, test, vi } from 'vitest'
import { createProblems } from '../problem/problem.ts'
import { postponed, scriptedEngine } from '../scripted-engine.ts'
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

test('with the preview everything is gone that was done to it, and what comes too late for it', async () => {
  const answer = postponed<object>()
  const enableAiDenoise = vi.fn(async () => ({ errorCode: 0 }) as object)
  const problems = createProblems({})
  const media = {} as MediaStream
  const state = createStore<CaptureState>({ ...off, media })
  const { engine } = scriptedEngine({ enableAiDenoise })
  const extras = createExtras({ engine, capture: { state }, problems })
  await extras.reduceNoise(true)
  expect(extras.state.get()).toEqual({ blurred: false, quiet: true })
  state.set(off)
  expect(extras.state.get()).toEqual({ blurred: false, quiet: false })
  state.set({ ...off, media })
  enableAiDenoise.mockReturnValueOnce(answer.promise)
  const late = extras.reduceNoise(true)
  state.set(off)
  answer.resolve({ errorCode: 0 })
  await late
  expect(extras.state.get().quiet).toBe(false)
})

test('what is wrong without a preview is no concern of who leaves', async () => {
  const problems = createProblems({})
  const state = createStore<CaptureState>(off)
  const { engine } = scriptedEngine({ enableAiDenoise: async () => ({ errorCode: 1103054 }) })
  await createExtras({ engine, capture: { state }, problems }).reduceNoise(true)
  expect(problems.open.get()).toHaveLength(1)
  state.set(off)
  expect(problems.open.get()).toEqual([])
})

test('what is wrong stays until it is tried again, whatever else is done to the preview', async () => {
  const problems = createProblems({})
  const state = createStore<CaptureState>({ ...off, media: {} as MediaStream })
  const enableAiDenoise = vi
    .fn()
    .mockResolvedValueOnce({ errorCode: 1103074 })
    .mockResolvedValue({ errorCode: 0 })
  const { engine } = scriptedEngine({ enableAiDenoise })
  const extras = createExtras({ engine, capture: { state }, problems })
  await extras.reduceNoise(true)
  expect(extras.state.get().quiet).toBe(false)
  state.patch({ muted: { camera: false, microphone: true } })
  expect(problems.open.get()).toMatchObject([{ about: 'extra' }])
  await extras.reduceNoise(true)
  expect([extras.state.get().quiet, problems.open.get()]).toEqual([true, []])
})

test('each of the two is shown as it is, and only the one that was changed', async () => {
  const calls: unknown[][] = []
  const call = (...args: unknown[]) => {
    calls.push(args)
    return Promise.resolve({ errorCode: 0 })
  }
  const media = {} as MediaStream
  const { engine } = scriptedEngine({
    initBackgroundModule: (...args: unknown[]) => call('init', ...args),
    enableBackgroundProcess: (_: MediaStream, on: boolean) => call('blur', on),
    enableAiDenoise: (_: MediaStream, on: boolean) => call('quiet', on),
  })
  const capture = { state: createStore<CaptureState>({ ...off, media }) }
  const extras = createExtras({ engine, capture, problems: createProblems({}) })
  await extras.blur(true)
  await extras.reduceNoise(true)
  expect(extras.state.get()).toEqual({ blurred: true, quiet: true })
  await extras.blur(false)
  expect(extras.state.get()).toEqual({ blurred: false, quiet: true })
  // The module is made ready for what is switched on, not to switch it off.
  expect(calls).toEqual([
    ['init', 0, '/background'],
    ['blur', true],
    ['quiet', true],
    ['blur', false],
  ])
})
