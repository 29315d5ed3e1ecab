import { expect, test, vi } from 'vitest'
import { createProblems } from '../problem/problem.ts'
import { createStore } from '../store.ts'
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
function care() {
  const problems = createProblems({})
  let tell: (code: number, device: string) => void = () => {
    throw new Error('nobody listens to deviceError')
  }
  createDeviceCare({
    engine: { on: (_: string, listener: typeof tell) => (tell = listener) },
    capture: { state: createStore({ lost: [] }) },
    devices: { kindOf: () => 'microphone', onAdded: () => {} },
    publication: { state: createStore({ phase: 'live' }) },
    problems,
  } as unknown as DeviceCareNeeds)
  return { tell, problems }
}
