import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { seeded } from '../../gateway/media/seeded.ts'
import { Link, over, segmentsOf } from './link.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

/** A link, and when each piece that it carries arrives, in ms from now on. */
function linkOf(conditions: Parameters<Link['become']>[0], seed = 1) {
  const link = new Link(seeded(seed))
  link.become(conditions)
  const begin = performance.now()
  const arrivals: [name: string, ms: number][] = []
  const carry = (name: string, bytes = 100, isGone = () => false) =>
    link.carry({ bytes, isGone, arrived: () => arrivals.push([name, Math.round(performance.now() - begin)]) })
  return { link, carry, arrivals }
}

test('every piece is late by the latency', () => {
  const { link, carry, arrivals } = linkOf({ latencyMs: 80 })
  carry('first')
  vi.advanceTimersByTime(10)
  carry('second')
  vi.advanceTimersByTime(200)
  expect(arrivals).toEqual([
    ['first', 80],
    ['second', 90],
  ])
  expect(link.reading).toMatchObject({ packets: 2, arrived: 2, loss: 0 })
  expect(Math.abs((link.reading.delayMs ?? 0) - 80)).toBeLessThanOrEqual(1)
})

test('jitter comes and goes, and changes no order', () => {
  const { link, carry, arrivals } = linkOf({ jitterMs: 100 })
  const names = Array.from({ length: 400 }, (_, index) => `${index}`)
  for (const name of names) {
    carry(name)
    vi.advanceTimersByTime(5)
  }
  vi.advanceTimersByTime(200)
  expect(arrivals.map(([name]) => name)).toEqual(names)
  expect(link.reading.spreadMs).toBeGreaterThan(50)
  expect(Math.abs((link.reading.delayMs ?? 0) - 50)).toBeLessThanOrEqual(10)
})

test('connections share the rate, and what is too much for it waits, however long', () => {
  const { link, carry, arrivals } = linkOf({ rateKbps: 80 })
  for (let piece = 0; piece < 200; piece += 1) carry(piece % 2 ? 'one' : 'other', 100)
  vi.advanceTimersByTime(2_010)
  expect(arrivals).toHaveLength(200)
  expect(arrivals.slice(0, 2)).toEqual([
    ['other', 10],
    ['one', 20],
  ])
  expect(arrivals.at(-1)).toEqual(['one', 2_000])
  expect(Math.abs((link.reading.rateKbps ?? 0) - 80)).toBeLessThanOrEqual(1)
  expect(link.reading.dropped).toBe(0)
})

test('what is lost is sent again, a round trip and 200 ms later', () => {
  const { link, carry, arrivals } = linkOf({ loss: 0.1, latencyMs: 50 })
  for (let piece = 0; piece < 100; piece += 1) {
    carry(`${piece}`)
    vi.advanceTimersByTime(1)
  }
  vi.advanceTimersByTime(2_000)
  expect(arrivals).toHaveLength(100)
  const { loss, resent, resentMs = 0 } = link.reading
  expect(Math.abs(loss - 0.1)).toBeLessThanOrEqual(0.01)
  expect(resent).toBeGreaterThanOrEqual(9)
  expect(resentMs).toBeGreaterThanOrEqual(349)
  expect(resentMs).toBeLessThan(500)
})

test('what is lost again waits twice as long each time', () => {
  const { link, carry } = linkOf({ loss: 1 })
  carry('lost')
  const sent = () => link.reading.packets
  vi.advanceTimersByTime(195)
  expect(sent()).toBe(1)
  vi.advanceTimersByTime(10)
  expect(sent()).toBe(2)
  vi.advanceTimersByTime(380)
  expect(sent()).toBe(2)
  vi.advanceTimersByTime(20)
  expect(sent()).toBe(3)
  expect(link.reading).toMatchObject({ loss: 1, arrived: 0 })
})

test('where nothing gets through, all waits until something does, and then comes at once and in order', () => {
  const { link, carry, arrivals } = linkOf({ loss: 1 })
  for (const name of ['first', 'second', 'third']) carry(name)
  vi.advanceTimersByTime(60_000)
  expect(arrivals).toEqual([])
  link.become({ latencyMs: 40 })
  vi.advanceTimersByTime(50)
  expect(arrivals).toEqual([
    ['first', 60_040],
    ['second', 60_040],
    ['third', 60_040],
  ])
  expect(vi.getTimerCount()).toBe(0)
})

test('what waits before a narrow link does not wait any longer once it is wide', () => {
  const { link, carry, arrivals } = linkOf({ rateKbps: 8 })
  for (let piece = 0; piece < 100; piece += 1) carry(`${piece}`, 1_000)
  vi.advanceTimersByTime(1_500)
  expect(arrivals).toHaveLength(1)
  link.become({})
  vi.advanceTimersByTime(10)
  expect(arrivals.map(([name]) => Number(name))).toEqual(Array.from({ length: 100 }, (_, piece) => piece))
})

test('what goes to nobody any more is not sent again', () => {
  const { carry, arrivals } = linkOf({ loss: 1 })
  carry('to nobody', 100, () => true)
  expect(vi.getTimerCount()).toBe(0)
  let isGone = false
  carry('to somebody', 100, () => isGone)
  isGone = true
  vi.advanceTimersByTime(1_000)
  expect(vi.getTimerCount()).toBe(0)
  expect(arrivals).toEqual([])
})

test('the same seed loses the same pieces, another one others', () => {
  const orderOf = (seed: number) => {
    const { carry, arrivals } = linkOf({ loss: 0.2 }, seed)
    for (let piece = 0; piece < 50; piece += 1) carry(`${piece}`)
    vi.advanceTimersByTime(60_000)
    return arrivals.map(([name]) => name)
  }
  expect(orderOf(1)).toEqual(orderOf(1))
  expect(orderOf(1)).not.toEqual(orderOf(2))
})

test('over several links a piece is late by all of them, over none at once', () => {
  const links = [30, 50].map((latencyMs) => linkOf({ latencyMs }).link)
  const arrived = vi.fn()
  over(links, { bytes: 1, isGone: () => false, arrived })
  vi.advanceTimersByTime(78)
  expect(arrived).not.toHaveBeenCalled()
  vi.advanceTimersByTime(4)
  expect(arrived).toHaveBeenCalledOnce()
  over([], { bytes: 1, isGone: () => false, arrived })
  expect(arrived).toHaveBeenCalledTimes(2)
})

test('bytes are cut as TCP carries them', () => {
  const bytes = Buffer.from(Array.from({ length: 3_000 }, (_, index) => index % 256))
  expect(segmentsOf(bytes).map(({ length }) => length)).toEqual([1_460, 1_460, 80])
  expect(Buffer.concat(segmentsOf(bytes))).toEqual(bytes)
})

test('on another link what was lost before waits as briefly as what is new', () => {
  const { link, carry } = linkOf({ loss: 1 })
  carry('lost')
  vi.advanceTimersByTime(2_000)
  link.become({ loss: 1 })
  const sent = () => link.reading.packets
  vi.advanceTimersByTime(195)
  expect(sent()).toBe(1)
  vi.advanceTimersByTime(10)
  expect(sent()).toBe(2)
})
