import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LatePackets } from './late-packets.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

test('packets leave when they are due, whatever order they came in', () => {
  const late = new LatePackets()
  const left: string[] = []
  const now = performance.now()
  for (const [due, name] of [
    [30, 'third'],
    [10, 'first'],
    [10.4, 'second'],
    [30, 'fourth'],
  ] as const)
    late.hold(now + due, () => left.push(name))
  vi.advanceTimersByTime(9)
  expect(left).toEqual([])
  vi.advanceTimersByTime(2)
  expect(left).toEqual(['first', 'second'])
  vi.advanceTimersByTime(20)
  expect(left).toEqual(['first', 'second', 'third', 'fourth'])
  expect(vi.getTimerCount()).toBe(0)
})

test('what is forgotten never leaves, and no timer stays', () => {
  const late = new LatePackets()
  late.hold(performance.now() + 10, () => expect.unreachable())
  late.clear()
  expect(vi.getTimerCount()).toBe(0)
  vi.advanceTimersByTime(50)
})

test('where timers run out late they are set earlier, so that the mean is right', () => {
  const { setTimeout } = globalThis
  vi.stubGlobal('setTimeout', (act: () => void, ms: number) => setTimeout(act, ms + 7))
  const late = new LatePackets()
  const errors: number[] = []
  for (let sent = 0; sent < 400; sent++) {
    const due = performance.now() + 100
    late.hold(due, () => errors.push(performance.now() - due))
    vi.advanceTimersByTime(20)
  }
  vi.unstubAllGlobals()
  const mean = (some: readonly number[]) => some.reduce((sum, error) => sum + error, 0) / some.length
  expect(mean(errors.slice(0, 5))).toBeGreaterThan(5)
  expect(Math.abs(mean(errors.slice(-100)))).toBeLessThanOrEqual(1)
})
