import { expect, test, vi } from 'vitest'
import { type CaptureState, createCapture } from '../device/capture.ts'
import type { DeviceCare } from '../device/device-care.ts'
import { createProblems } from '../problem/problem.ts'
import { type Postponed, postponed, scriptedEngine } from '../scripted-engine.ts'
import { createStore } from '../store.ts'
import { createLive, type LiveNeeds } from './live.ts'
import type { PublicationState } from './publication.ts'

const stream = () => ({ getTracks: () => [] }) as unknown as MediaStream

function setUp() {
  const asked: Postponed<MediaStream>[] = []
  const calls: string[] = []
  const { engine } = scriptedEngine({
    createStream: () => {
      const question = postponed<MediaStream>()
      asked.push(question)
      return question.promise
    },
    destroyStream: () => {},
    mutePublishStreamVideo: async (_: MediaStream, muted: boolean) => calls.push(`camera off: ${muted}`),
    mutePublishStreamAudio: async (_: MediaStream, muted: boolean) => calls.push(`microphone off: ${muted}`),
  })
  const capture = createCapture(engine)
  const publication = createStore<PublicationState>({ phase: 'idle', streamID: '', code: 0 })
  const devices = createStore({
    available: { camera: [{ id: 'first', name: 'First' }], microphone: [] },
    speakers: [],
    chosen: { camera: '', microphone: '' },
  })
  const use = vi.fn(async () => {})
  const trouble = vi.fn(async (..._: Parameters<DeviceCare['trouble']>) => {})
  const live = createLive({
    capture,
    publication: {
      state: publication,
      start: async () => {
        calls.push('publish')
        publication.patch({ phase: 'requesting' })
      },
      stop: () => publication.patch({ phase: 'idle' }),
    },
    care: { trouble, restoreAll: async () => {}, use },
    devices: {
      state: devices,
      refresh: async () => {},
      choose: (kind: string, id: string) =>
        devices.patch({ chosen: { ...devices.get().chosen, [kind]: id } }),
    },
    problems: createProblems({}),
    userID: () => 'alice',
  } as unknown as LiveNeeds)
  /** The browser hands out what it was asked for last. */
  const allow = () => asked.at(-1)?.resolve(stream())
  return { live, capture, publication, asked, allow, calls, use, trouble }
}

const state = (capture: { state: { get(): CaptureState } }) => capture.state.get()

test('who asked to be live, left and came again for a preview, is not live', async () => {
  const { live, capture, asked, allow, calls } = setUp()
  const first = live.goLive()
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  live.stopPreview()
  const second = live.preview()
  allow()
  await second
  asked[0]?.resolve(stream())
  await first
  expect(state(capture).media).toBeDefined()
  expect(calls).toEqual([])
})

test('who was muted stays so when the devices are opened anew, before anybody could hear', async () => {
  const { live, capture, asked, allow, calls } = setUp()
  const start = live.goLive()
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  allow()
  await start
  await live.mute('microphone', true)
  calls.length = 0
  const anew = live.reopen()
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  allow()
  await anew
  expect(state(capture).muted).toEqual({ camera: false, microphone: true })
  expect(calls).toEqual(['microphone off: true', 'publish'])
})

test('a device that is chosen while the browser asks is taken once it has answered', async () => {
  const { live, allow, use } = setUp()
  const start = live.preview()
  await live.choose('camera', 'second')
  allow()
  await start
  expect(use.mock.calls).toEqual([['camera', 'second']])
})

test('the browser’s own choice is the first one that it lists', async () => {
  const { live, allow, use } = setUp()
  const start = live.preview()
  allow()
  await start
  await live.choose('camera', 'second')
  await live.choose('camera', '')
  expect(use).toHaveBeenLastCalledWith('camera', 'first')
})

test('a preview that is tried again is no more than a preview', async () => {
  const { live, asked, allow, calls, trouble } = setUp()
  const start = live.preview()
  asked[0]?.reject({ code: 1103065 })
  await start
  const retry = trouble.mock.lastCall?.[3]()
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  allow()
  await retry
  expect(calls).toEqual([])
})

test.each([
  ['camera', 'microphone'],
  ['microphone', 'camera'],
] as const)('without a %s it is the %s that is in trouble', async (kind, other) => {
  const { live, asked, trouble } = setUp()
  await live.choose(kind, 'none')
  const start = live.preview()
  asked[0]?.reject({ code: 1103065 })
  await start
  expect(trouble.mock.lastCall?.[0]).toBe(other)
})
