import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NetworkPath } from '../../cloud/gateway/media/network-path.ts'
import { Shaper, through } from '../../cloud/gateway/media/shaper.ts'
import type { NetworkProfile } from './network-profiles.ts'
import { Shaping } from './shaping.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const path = new NetworkPath()
afterEach(() => path.heal())
const phases = [
  { name: 'slow', lasts: '2s', up: { latencyMs: 100 } },
  { name: 'gone', lasts: 500, up: { loss: 1 } },
] as const

const shapingOf = (profile: NetworkProfile, ways: readonly ('up' | 'down')[], seed = 'a test') =>
  new Shaping({
    ...{ profile, ways, seed },
    make: (random) => new Shaper(random),
    lead: (way, shaper) => path.shape(way, shaper),
  })

/** What becomes of a packet now. */
function fate(way: 'up' | 'down' = 'up'): 'lost' | number {
  const passage = through([path], way, 100, Date.now())
  if (passage === 'lost') return 'lost'
  passage.arrived(0)
  return passage.ms
}

test('phases go by in real time once the clock has started, and the network is healthy afterwards', () => {
  const shaping = shapingOf({ phases }, ['up', 'down'])
  shaping.begin()
  vi.advanceTimersByTime(10_000)
  expect([fate(), fate('down')]).toEqual([100, 0])
  shaping.run()
  vi.advanceTimersByTime(1_900)
  expect(fate()).toBe(100)
  vi.advanceTimersByTime(200)
  expect(fate()).toBe('lost')
  vi.advanceTimersByTime(500)
  expect([fate(), path.isImpaired, vi.getTimerCount()]).toEqual([0, false, 0])
  expect(shaping.phases).toMatchObject([
    { phase: 'slow', up: { packets: 2, delayMs: 100 }, down: { packets: 1 } },
    { phase: 'gone', up: { packets: 1, loss: 1 } },
  ])
})

test('a profile that repeats goes on until it is ended', () => {
  const shaping = shapingOf({ phases, repeats: true }, ['up'])
  shaping.begin()
  shaping.run()
  vi.advanceTimersByTime(2_100)
  expect(fate()).toBe('lost')
  vi.advanceTimersByTime(500)
  expect(fate()).toBe(100)
  shaping.end()
  shaping.end()
  expect([path.isImpaired, vi.getTimerCount()]).toEqual([false, 0])
  expect(shaping.phases.map(({ phase }) => phase)).toEqual(['slow', 'gone', 'slow'])
})

test('what ends before its clock starts stays ended', () => {
  const shaping = shapingOf({ phases }, ['up'])
  shaping.begin()
  shaping.end()
  shaping.run()
  expect([path.isImpaired, vi.getTimerCount()]).toEqual([false, 0])
})

test('the first phase can begin anew, with nothing measured, but not after the end', () => {
  const shaping = shapingOf({ phases }, ['up'])
  shaping.begin()
  fate()
  shaping.beginAnew()
  expect(shaping.phases).toMatchObject([{ phase: 'slow', up: { packets: 0 } }])
  expect(fate()).toBe(100)
  shaping.end()
  const { phases: measured } = shaping
  shaping.beginAnew()
  expect(shaping.phases).toEqual(measured)
  expect(path.isImpaired).toBe(false)
})

test('only the ways that are meant are shaped', () => {
  shapingOf({ phases: [{ up: { loss: 1 }, down: { loss: 1 } }] }, ['down']).begin()
  expect([fate('up'), fate('down')]).toEqual([0, 'lost'])
})

test('a way is read back once enough came that way, and says what is wrong', () => {
  const shaping = shapingOf({ phases }, ['up'])
  shaping.begin()
  expect(shaping.readBack('up')).toBeUndefined()
  expect(shaping.readBack('down')).toBeUndefined()
  for (let packet = 0; packet < 60; packet += 1) fate()
  expect(shaping.readBack('up')).toMatchObject({ measured: { delayMs: 100 }, wrong: [] })
  shaping.measure('up')
  expect(shaping.readBack('up')).toBeUndefined()
  for (let packet = 0; packet < 60; packet += 1) {
    const passage = through([path], 'up', 100, Date.now())
    if (passage !== 'lost') passage.arrived(40)
  }
  expect(shaping.readBack('up')?.wrong).toEqual(['140 ms for 100 ms'])
})

test('the same test loses the same packets in every run, another one others', () => {
  const lost = (title: string) => {
    const shaping = shapingOf({ phases: [{ up: { loss: 0.1 } }] }, ['up'], title)
    shaping.begin()
    const fates = Array.from({ length: 200 }, () => fate())
    shaping.end()
    return fates
  }
  expect(lost('one')).toEqual(lost('one'))
  expect(lost('one')).not.toEqual(lost('other'))
})
