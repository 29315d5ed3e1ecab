import { expect, test, vi } from 'vitest'
import { together } from './shaped.ts'

const part = (evidence: Record<string, unknown>) => ({ evidence, run: vi.fn(), undo: vi.fn() })

test('one part has the receipt to itself', () => {
  const media = part({ measured: {} })
  const { evidence, undo } = together({ media })
  expect(media.run).toHaveBeenCalledOnce()
  expect(evidence).toBe(media.evidence)
  undo()
  expect(media.undo).toHaveBeenCalledOnce()
})

test('of two parts each has its own receipt, and what must be met is met in signaling', () => {
  const [signaling, media] = [part({ request: 'bytes', met: 0 }), part({ measured: {} })]
  const { evidence, undo } = together({ signaling, media })
  signaling.evidence.met = 7
  expect(evidence).toMatchObject({ request: 'bytes', met: 7, media: { measured: {} }, signaling: { met: 7 } })
  expect([signaling.run.mock.calls.length, media.run.mock.calls.length]).toEqual([1, 1])
  undo()
  expect([signaling.undo.mock.calls.length, media.undo.mock.calls.length]).toEqual([1, 1])
})
