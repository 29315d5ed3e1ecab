import { expect, test, vi } from 'vitest'
import type { CaptureState } from '../device/capture.ts'
import { createProblems } from '../problem/problem.ts'
import { postponed, scriptedEngine } from '../scripted-engine.ts'
import { createStore } from '../store.ts'
import { createSoundEffect } from './sound-effect.ts'

const off: CaptureState = { muted: { camera: false, microphone: false }, lost: [], silenced: [] }
const media = {} as MediaStream

function setUp(loadAudioEffect: () => Promise<unknown>) {
  const start = vi.fn((_name: string, _options: object, onStart: () => void, _onEnd: () => void) => onStart())
  const player = vi.fn((_media: MediaStream) => ({ start }))
  const { engine } = scriptedEngine({ loadAudioEffect, createAudioEffectPlayer: player })
  const problems = createProblems({})
  const state = createStore<CaptureState>({ ...off, media })
  const effect = createSoundEffect({ engine, capture: { state }, problems, file: '/chime.wav' })
  return { effect, start, player, problems, state }
}

test('a chime is loaded once, and played each time', async () => {
  const load = vi.fn(async () => 'chime')
  const { effect, start } = setUp(load)
  await effect.play()
  expect(effect.state.get()).toBe('playing')
  start.mock.lastCall?.[3]()
  expect(effect.state.get()).toBe('played')
  await effect.play()
  expect([load.mock.calls.length, start.mock.calls.length]).toEqual([1, 2])
})

test('what does not decode is told by its documented code, and is loaded anew', async () => {
  const load = vi.fn(async () => 'chime')
  load.mockRejectedValueOnce(new DOMException('Unable to decode audio data', 'EncodingError'))
  const { effect, problems } = setUp(load)
  await effect.play()
  const [problem] = problems.open.get()
  expect(problem).toMatchObject({ about: 'sound', codes: [1103057] })
  expect(effect.state.get()).toBe('idle')
  await problem?.actions.find(({ label }) => label === 'Try again')?.run()
  expect(problems.open.get()).toEqual([])
  expect(effect.state.get()).toBe('playing')
})

test('nothing is played into a preview that has ended', async () => {
  const { effect, start, state } = setUp(async () => {
    state.set(off)
    return 'chime'
  })
  await effect.play()
  expect(start).not.toHaveBeenCalled()
  expect(effect.state.get()).toBe('idle')
})

test('a chime that ends after its preview has not been heard in the next one, which gets its own', async () => {
  const { effect, start, player, state } = setUp(async () => 'chime')
  await effect.play()
  const ended = start.mock.lastCall?.[3]
  state.set(off)
  ended?.()
  expect(effect.state.get()).toBe('idle')
  const anew = {} as MediaStream
  state.set({ ...off, media: anew })
  await effect.play()
  expect(player.mock.lastCall?.[0]).toBe(anew)
})

test('a chime that is on its way, or is heard, is not played once more', async () => {
  const file = postponed<string>()
  const { effect, start } = setUp(() => file.promise)
  const first = effect.play()
  await effect.play()
  file.resolve('chime')
  await first
  await effect.play()
  expect(start).toHaveBeenCalledOnce()
})

test('why a chime was not played is no concern of who has ended the preview', async () => {
  const { effect, problems, state } = setUp(async () => Promise.reject(new TypeError('Failed to fetch')))
  await effect.play()
  expect(problems.open.get()).toHaveLength(1)
  state.set(off)
  expect(problems.open.get()).toEqual([])
})
