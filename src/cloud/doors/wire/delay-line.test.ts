import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DelayLine } from './delay-line.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

test('what is late leaves when it is due, in its order, and nothing overtakes it', () => {
  const line = new DelayLine()
  const left: string[] = []
  const pass = (ms: number, name: string) => line.pass(ms, () => left.push(name))
  pass(0, 'at once')
  pass(10, 'first')
  pass(0, 'second, due at the same time')
  pass(30, 'third')
  expect(left).toEqual(['at once'])
  vi.advanceTimersByTime(9)
  expect(left).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(left.slice(1)).toEqual(['first', 'second, due at the same time'])
  vi.advanceTimersByTime(20)
  expect(left.at(-1)).toBe('third')
  expect(vi.getTimerCount()).toBe(0)
})

test('what comes after the time was over, and before the timer has rung, waits for it', () => {
  const line = new DelayLine()
  const left: string[] = []
  line.pass(10, () => left.push('first'))
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 50)
  line.pass(0, () => left.push('second'))
  expect(left).toEqual([])
  vi.advanceTimersByTime(10)
  expect(left).toEqual(['first', 'second'])
})
