import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DelayLine } from './delay-line.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

test('packets leave when they are due, whatever order they came in', () => {
  const line = new DelayLine()
  const left: string[] = []
  const now = performance.now()
  for (const [due, name] of [
    [30, 'third'],
    [10, 'first'],
    [10.4, 'second'],
    [30, 'fourth'],
  ] as const)
    line.hold(now + due, () => left.push(name))
  vi.advanceTimersByTime(9)
  expect(left).toEqual([])
  vi.advanceTimersByTime(2)
  expect(left).toEqual(['first', 'second'])
  vi.advanceTimersByTime(20)
  expect(left).toEqual(['first', 'second', 'third', 'fourth'])
  expect(vi.getTimerCount()).toBe(0)
})

test('what is forgotten never leaves, and no timer stays', () => {
  const line = new DelayLine()
  line.hold(performance.now() + 10, () => expect.unreachable())
  line.clear()
  expect(vi.getTimerCount()).toBe(0)
  vi.advanceTimersByTime(50)
})
