import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Clock } from './clock.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what is due happens once the time has passed, and not before', () => {
  const clock = new Clock()
  const ring = vi.fn()
  clock.after(100, ring)
  vi.advanceTimersByTime(99)
  expect(ring).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(ring).toHaveBeenCalledTimes(1)
})

test('one thing after another happens, each in its time', () => {
  const clock = new Clock()
  const rung: string[] = []
  clock.after(200, () => rung.push('second'))
  clock.after(100, () => rung.push('first'))
  vi.advanceTimersByTime(150)
  expect(rung).toEqual(['first'])
  vi.advanceTimersByTime(50)
  expect(rung).toEqual(['first', 'second'])
})

test('what is to happen keeps no process alive', () => {
  vi.useRealTimers()
  const waiting = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length
  const before = waiting()
  const callOff = new Clock().after(60_000, () => {})
  expect(waiting()).toBe(before)
  callOff()
})

test('a clock that is moved runs ahead of the machine, and what is due on the way happens in order', () => {
  const clock = new Clock()
  const start = clock.now()
  const rung: [string, number][] = []
  const note = (what: string) => rung.push([what, clock.now() - start])
  clock.after(2_000, () => note('second'))
  clock.after(1_000, () => {
    note('first')
    clock.after(500, () => note('set on the way'))
  })
  clock.advance(5_000)
  expect(rung).toEqual([
    ['first', 1_000],
    ['set on the way', 1_500],
    ['second', 2_000],
  ])
  expect(clock.now() - start).toBe(5_000)
  expect(clock.ahead).toBe(5_000)
})

test('what is due in months waits as quietly as what is due soon', () => {
  const clock = new Clock()
  const month = 30 * 24 * 3_600_000
  const ring = vi.fn()
  clock.after(month, ring)
  const { setTimeout } = globalThis
  const wake = vi.fn(setTimeout)
  // No spy: Vitest takes those back after the file, and would leave the fake clock to the files after it.
  vi.stubGlobal('setTimeout', wake)
  vi.advanceTimersByTime(1_000)
  vi.unstubAllGlobals()
  expect(wake).not.toHaveBeenCalled()
  vi.advanceTimersByTime(month - 1_000)
  expect(ring).toHaveBeenCalledTimes(1)
})

test('what was called off does not happen, nor anything once the clock is closed', () => {
  const clock = new Clock()
  const ring = vi.fn()
  clock.after(10, ring)()
  clock.after(20, ring)
  clock.close()
  clock.advance(1_000)
  expect(ring).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
})

test('a clock does not go back', () => {
  expect(() => new Clock().advance(-1)).toThrow('goes ahead only: not by -1 ms')
  expect(() => new Clock().advance(Number.POSITIVE_INFINITY)).toThrow('not by Infinity ms')
})

test('whoever asks is told by how much it was moved, each time', () => {
  const clock = new Clock()
  const told = vi.fn()
  clock.onAdvance(told)
  for (const ms of [1_000, 500]) clock.advance(ms)
  expect(told.mock.calls).toEqual([[1_000], [500]])
})
