import { expect, test, vi } from 'vitest'
import { createProblems } from '../problem/problem.ts'
import type { StreamPhase } from '../publish/stream-phase.ts'
import { createStore } from '../store.ts'
import type { CaptureState } from './capture.ts'
import { createDeviceCare, type DeviceCareNeeds } from './device-care.ts'

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
