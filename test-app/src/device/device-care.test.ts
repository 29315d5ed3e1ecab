import { afterEach, expect, test, vi } from 'vitest'
import type { Failure } from '../problem/failure.ts'
import { createProblems } from '../problem/problem.ts'
import type { StreamPhase } from '../publish/stream-phase.ts'
import { createStore } from '../store.ts'
import type { CaptureState, DeviceKind } from './capture.ts'
import { createDeviceCare, type DeviceCareNeeds } from './device-care.ts'

afterEach(() => vi.unstubAllGlobals())

test.each([
  { told: [1106009, 1106007], first: 1106007 },
  { told: [1106007, 1106009], first: 1106007 },
  { told: [1006006, 1106009, 1106007], first: 1006006 },
  { told: [1106007, 1106009, 1006006], first: 1006006 },
])('told of a microphone by $told, what says most of it stays: $first', async ({ told, first }) => {
  const { tell, problems } = care()
  for (const code of told) tell(code, 'Headset')
  await vi.waitFor(() => expect(problems.open.get()[0]?.codes).toHaveLength(told.length))
  expect(problems.open.get()).toMatchObject([{ about: 'microphone', codes: expect.arrayContaining(told) }])
  expect(problems.open.get()[0]?.codes[0]).toBe(first)
})

test('a code that says which device it is knows better than a name that two of them may have', async () => {
  const { tell, problems } = care()
  tell(1106010, 'Webcam')
  await vi.waitFor(() => expect(problems.open.get()).toMatchObject([{ about: 'camera', codes: [1106010] }]))
})

test('that a device is not allowed any more says more than whatever comes of it', async () => {
  const denied = { state: 'denied', addEventListener: () => {} }
  vi.stubGlobal('navigator', { permissions: { query: async () => denied } })
  const { tell, problems } = care()
  tell(1106009, 'Headset')
  await vi.waitFor(() => expect(problems.open.get()).toHaveLength(1))
  tell(1006006, 'Headset')
  await vi.waitFor(() => expect(problems.open.get()[0]?.codes).toEqual([1106009, 1006006]))
})

/** Device care of which only the events matter. */
function care(phase: StreamPhase = 'flowing') {
  const problems = createProblems({})
  const capture = createStore<Pick<CaptureState, 'lost'>>({ lost: [] })
  let tell: (code: number, device: string) => void = () => {
    throw new Error('nobody listens to deviceError')
  }
  createDeviceCare({
    engine: { on: (_: string, listener: typeof tell) => (tell = listener) },
    capture: { state: capture },
    devices: { kindOf: () => 'microphone', onAdded: () => {} },
    publication: { state: createStore({ phase }) },
    problems,
  } as unknown as DeviceCareNeeds)
  return { tell, capture, problems }
}

test.each(['idle', 'failed'] as const)(
  'a device that is lost in a preview is told when nothing is sent: %s',
  async (phase) => {
    const { capture, problems } = care(phase)
    capture.patch({ lost: ['camera'] })
    await vi.waitFor(() => expect(problems.open.get()).toMatchObject([{ about: 'camera' }]))
    problems.clear('camera')
    // Opened again, and lost again.
    capture.patch({ lost: [] })
    capture.patch({ lost: ['camera'] })
    await vi.waitFor(() => expect(problems.open.get()).toMatchObject([{ about: 'camera' }]))
  },
)

test('a preview that was stopped meanwhile has lost nothing', async () => {
  const { capture, problems } = care('idle')
  capture.patch({ lost: ['camera', 'microphone'] })
  capture.patch({ lost: ['microphone'] })
  await vi.waitFor(() => expect(problems.open.get()).toMatchObject([{ about: 'microphone' }]))
})

/** Device care of which only matters what it opens again: two of each kind are there, and the second ones are chosen. */
function careOfTwo(lost: CaptureState['lost']) {
  const capture = createStore<Pick<CaptureState, 'lost'>>({ lost })
  const list = ['first', 'second'].map((id) => ({ id, name: id }))
  const added: Parameters<DeviceCareNeeds['devices']['onAdded']>[0][] = []
  const opened = vi.fn(async (kind: DeviceKind, _id: string): Promise<Failure | undefined> => {
    capture.patch({ lost: capture.get().lost.filter((each) => each !== kind) })
    return undefined
  })
  const devices = createStore({
    available: { camera: list, microphone: list },
    chosen: { camera: 'second', microphone: 'second' },
  })
  const problems = createProblems({})
  const deviceCare = createDeviceCare({
    engine: { on: () => true },
    capture: { state: capture, switchTo: opened },
    devices: {
      state: devices,
      refresh: async () => {},
      kindOf: () => undefined,
      onAdded: added.push.bind(added),
    },
    publication: { state: createStore({ phase: 'flowing' }) },
    problems,
  } as unknown as DeviceCareNeeds)
  const add = (kind: DeviceKind, id: string) => added[0]?.(kind, id)
  return { deviceCare, add, opened, problems, devices }
}

test('what was lost is opened again: the chosen one where it is there, else the first', async () => {
  const both = careOfTwo(['camera', 'microphone'])
  await both.deviceCare.restoreAll()
  expect(both.opened.mock.calls).toEqual([
    ['camera', 'second'],
    ['microphone', 'second'],
  ])
  const { deviceCare, devices, opened } = careOfTwo(['camera'])
  devices.patch({ chosen: { camera: 'gone', microphone: '' } })
  await deviceCare.restoreAll()
  expect(opened.mock.calls).toEqual([['camera', 'first']])
})

test('a device that is plugged in is opened where one of its kind was lost, whichever was chosen', async () => {
  const { add, opened } = careOfTwo(['camera', 'microphone'])
  // A camera with a microphone in it comes as two.
  add('camera', 'third')
  add('microphone', 'fourth')
  await vi.waitFor(() => expect(opened).toHaveBeenCalledTimes(2))
  expect(opened.mock.calls).toEqual([
    ['camera', 'third'],
    ['microphone', 'fourth'],
  ])
})

test('a device that is plugged in beside one that is well is not taken, nor one without a name', async () => {
  const { add, opened } = careOfTwo(['microphone'])
  add('camera', 'third')
  add('microphone', '')
  add('microphone', 'fourth')
  await vi.waitFor(() => expect(opened).toHaveBeenCalled())
  expect(opened.mock.calls).toEqual([['microphone', 'fourth']])
})

test('one device that is back says nothing of the other', async () => {
  const { deviceCare, opened, problems } = careOfTwo(['camera', 'microphone'])
  opened.mockResolvedValueOnce({ origin: 'zego', code: 1103048, detail: '' })
  await deviceCare.restoreAll()
  expect(problems.open.get()).toMatchObject([{ about: 'camera', codes: [1103048] }])
})
