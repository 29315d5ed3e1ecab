import { expect, test, vi } from 'vitest'
import { createProblems } from '../problem/problem.ts'
import { postponed, scriptedEngine } from '../scripted-engine.ts'
import { createStore } from '../store.ts'
import type { DevicesState } from './devices.ts'
import { createSpeaker } from './speaker.ts'

const headphones = { id: 'h', name: 'Headphones' }
const builtIn = { id: 'default', name: 'Built-in' }

const playing = () => ({ isConnected: true, sinkId: '' }) as HTMLMediaElement & { sinkId: string }

function setUp(
  useAudioOutputDevice = vi.fn(async (media: HTMLMediaElement, deviceID: string) => {
    Reflect.set(media, 'sinkId', deviceID)
    return true
  }),
) {
  const problems = createProblems({})
  const { engine } = scriptedEngine({ useAudioOutputDevice })
  const state = createStore<DevicesState>({
    available: { camera: [], microphone: [] },
    speakers: [builtIn, headphones],
    chosen: { camera: '', microphone: '' },
  })
  return { speaker: createSpeaker(engine, { state }, problems), problems, state, useAudioOutputDevice }
}

test('everybody is heard through the chosen speaker, whoever comes later too', async () => {
  const { speaker } = setUp()
  const [first, later] = [playing(), playing()]
  speaker.letPlay(first)
  await speaker.choose('h')
  speaker.letPlay(later)
  await expect.poll(() => [first.sinkId, later.sinkId]).toEqual(['h', 'h'])
})

test('while it is gone the default one is heard, and it again once it is back', async () => {
  const { speaker, state } = setUp()
  const guest = playing()
  speaker.letPlay(guest)
  await speaker.choose('h')
  state.patch({ speakers: [builtIn] })
  await expect.poll(() => guest.sinkId).toBe('default')
  expect([speaker.chosen.get(), speaker.isGone()]).toEqual([headphones, true])
  state.patch({ speakers: [builtIn, headphones] })
  await expect.poll(() => guest.sinkId).toBe('h')
})

test('nothing is asked of the SDK for what is left as it is, or is no longer in the page', async () => {
  const { speaker, useAudioOutputDevice } = setUp()
  speaker.letPlay(playing())
  await speaker.choose('')
  expect(useAudioOutputDevice).not.toHaveBeenCalled()
  speaker.letPlay({ ...playing(), isConnected: false })
  await speaker.choose('h')
  expect(useAudioOutputDevice).toHaveBeenCalledOnce()
})

test('a speaker that fails is told, and tried again', async () => {
  const fails = vi.fn().mockRejectedValueOnce({ errorCode: 1103093 }).mockResolvedValue(true)
  const { speaker, problems } = setUp(fails)
  speaker.letPlay(playing())
  await speaker.choose('h')
  expect(problems.open.get()).toMatchObject([{ about: 'speaker', codes: [1103093] }])
  await problems.open
    .get()[0]
    ?.actions.find(({ label }) => label === 'Try again')
    ?.run()
  expect(problems.open.get()).toEqual([])
})

test('whoever changes their mind before the browser is done hears the others as they chose last', async () => {
  const answer = postponed<void>()
  const slow = vi.fn(async (media: HTMLMediaElement, deviceID: string) => {
    if (deviceID === 'h') await answer.promise
    Reflect.set(media, 'sinkId', deviceID)
    return true
  })
  const { speaker } = setUp(slow)
  const guest = playing()
  speaker.letPlay(guest)
  const first = speaker.choose('h')
  await speaker.choose('')
  answer.resolve()
  await first
  expect(guest.sinkId).toBe('default')
})
