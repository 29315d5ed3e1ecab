import { afterEach, expect, test, vi } from 'vitest'
import type { Observation } from '../observation.ts'
import { NotObserved, Timeline } from './timeline.ts'

const seen = (at: number, rest: Partial<Observation> = {}): Observation => ({
  ...{ at, channel: 'event', name: 'deviceError', codes: [], payload: [] },
  ...rest,
})

afterEach(() => void vi.useRealTimers())

test('keeps observations in the order in which they happened, whenever they arrive', () => {
  const timeline = new Timeline()
  for (const at of [10, 30, 20, 30]) timeline.add(seen(at))

  expect(timeline.all.map(({ at }) => at)).toEqual([10, 20, 30, 30])
  expect(timeline.since(20)).toHaveLength(3)
})

test('lists each error code once', () => {
  const timeline = new Timeline()
  timeline.add(seen(10, { codes: [1002050] }))
  timeline.add(seen(20, { codes: [1002031, 0] }))
  timeline.add(seen(30, { codes: [1002050] }))

  expect(timeline.codes()).toEqual([1002050, 1002031])
  expect(timeline.codes(25)).toEqual([1002050])
})

test('a call is pending until its end was observed', () => {
  const timeline = new Timeline()
  timeline.add(seen(10, { channel: 'api', name: 'loginRoom', outcome: 'pending', call: 1 }))
  timeline.add(seen(11, { channel: 'api', name: 'loginRoom', outcome: 'pending', call: 2 }))
  timeline.add(seen(20, { channel: 'api', name: 'loginRoom', outcome: 'rejected', call: 1 }))

  expect(timeline.pending).toMatchObject([{ call: 2 }])
})

test('waits for what is still to come, and finds what has been', async () => {
  const timeline = new Timeline()
  const coming = timeline.waitFor(({ at }) => at === 20, 5000)
  timeline.add(seen(10))
  timeline.add(seen(20))

  expect(await coming).toEqual(seen(20))
  expect(await timeline.waitFor(({ at }) => at === 10, 0)).toEqual(seen(10))
})

test('says so when the time is up', async () => {
  const timeline = new Timeline()
  timeline.add(seen(10))

  await expect(timeline.waitFor(({ at }) => at === 20, 5)).rejects.toThrow(NotObserved)
})

test('what happened at the same time stays in the order in which it arrived, and the first is found', async () => {
  const timeline = new Timeline()
  for (const name of ['one', 'two']) timeline.add(seen(10, { name }))
  expect(timeline.all.map(({ name }) => name)).toEqual(['one', 'two'])
  expect(await timeline.waitFor(({ at }) => at === 10, 0)).toMatchObject({ name: 'one' })
})

test('whoever was told is told no more, and nobody after a signal', async () => {
  const timeline = new Timeline()
  const asked: number[] = []
  const found = timeline.waitFor(({ at }) => asked.push(at) > 0, 5_000)
  timeline.add(seen(10))
  timeline.add(seen(20))
  await found
  expect(asked).toEqual([10])
  const end = new AbortController()
  const aborted = timeline.waitFor(({ at }) => at === 30, 60_000, end.signal)
  end.abort()
  await expect(aborted).rejects.toThrow(NotObserved)
})

test('is settled once nothing comes and nobody is busy, or what is waited for has come, or at a signal', async () => {
  vi.useFakeTimers()
  const timeline = new Timeline()
  let isBusy = true
  let isOver = false
  const usual = { quiet: 20, timeout: 60_000, busy: () => isBusy, stop: () => false }
  timeline.settled(usual).then(() => {
    isOver = true
  })
  await vi.advanceTimersByTimeAsync(100)
  expect(isOver).toBe(false)
  isBusy = false
  timeline.add(seen(10))
  await vi.advanceTimersByTimeAsync(20)
  expect(isOver).toBe(true)

  isBusy = true
  const asked: number[] = []
  const stopped = timeline.settled({ ...usual, stop: ({ at }) => asked.push(at) > 0 })
  timeline.add(seen(20))
  timeline.add(seen(30))
  await stopped
  expect(asked).toEqual([20])
  const end = new AbortController()
  const aborted = timeline.settled({ ...usual, signal: end.signal })
  end.abort()
  await aborted
})
