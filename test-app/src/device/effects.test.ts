import { expect, test, vi } from 'vitest'
import { createProblems } from '../problem/problem.ts'
import { postponed, scriptedEngine } from '../scripted-engine.ts'
import { createStore } from '../store.ts'
import type { CaptureState } from './capture.ts'
import { createEffects } from './effects.ts'

const media = {} as MediaStream
const anew = {} as MediaStream
const off: CaptureState = { muted: { camera: false, microphone: false }, lost: [], silenced: [] }

function setUp(setEffectsBeauty = vi.fn(async () => ({ errorCode: 0 }))) {
  const problems = createProblems({})
  const state = createStore<CaptureState>({ ...off, media })
  const { engine, fire } = scriptedEngine({ setEffectsBeauty })
  const reopen = vi.fn(async () => state.patch({ media: anew }))
  const effects = createEffects({ engine, capture: { state }, problems, reopen })
  return { effects, problems, state, fire, setEffectsBeauty }
}

test('what failed is tried again with a picture that is opened anew', async () => {
  const answers = vi.fn().mockRejectedValueOnce({ errorCode: 1103074 }).mockResolvedValue({ errorCode: 0 })
  const { effects, problems } = setUp(answers)
  await effects.beautify(true)
  expect(effects.state.get()).toBe(false)
  await problems.open.get()[0]?.actions[0]?.run()
  expect(answers).toHaveBeenLastCalledWith(anew, true)
  expect([effects.state.get(), problems.open.get()]).toEqual([true, []])
})

test('an effect that is too much for the computer can be switched off', async () => {
  const { effects, problems, fire, setEffectsBeauty } = setUp()
  await effects.beautify(true)
  fire('beautyEffectError', media, 1103075, '')
  await problems.open.get()[0]?.actions[0]?.run()
  expect(setEffectsBeauty).toHaveBeenLastCalledWith(media, false)
  expect([effects.state.get(), problems.open.get()]).toEqual([false, []])
})

test('with the picture its effect is gone, too', async () => {
  const { effects, state } = setUp()
  await effects.beautify(true)
  state.set(off)
  expect(effects.state.get()).toBe(false)
})

test('an effect that is off, or is another picture’s, is no problem, and none is left with the picture', async () => {
  const { effects, problems, state, fire } = setUp()
  fire('beautyEffectError', media, 1103075, '')
  expect(problems.open.get()).toEqual([])
  await effects.beautify(true)
  fire('beautyEffectError', anew, 1103075, '')
  expect(problems.open.get()).toEqual([])
  fire('beautyEffectError', media, 1103075, '')
  expect(problems.open.get()).toMatchObject([{ about: 'effect', codes: [1103075] }])
  state.set(off)
  expect(problems.open.get()).toEqual([])
})

test.each([0, 1103074])(
  'what comes with %i when the picture is gone is told of no other',
  async (errorCode) => {
    const answer = postponed<{ errorCode: number }>()
    const { effects, problems, state } = setUp(vi.fn(() => answer.promise))
    const call = effects.beautify(true)
    state.set({ ...off, media: anew })
    answer.resolve({ errorCode })
    await call
    expect([effects.state.get(), problems.open.get()]).toEqual([false, []])
  },
)
