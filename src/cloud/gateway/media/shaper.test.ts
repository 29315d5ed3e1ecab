import { expect, test } from 'vitest'
import type { Conditions } from './conditions.ts'
import type { Reading } from './meter.ts'
import { NetworkPath } from './network-path.ts'
import { seeded } from './seeded.ts'
import { Shaper, through } from './shaper.ts'

interface Sent {
  readonly at: number
  readonly arrives: number | undefined
}

/** Sends packets over a link, evenly, each delivered when it is due. */
function over(conditions: Conditions, { packets = 1_000, everyMs = 10, bytes = 1_000, seed = 1 } = {}) {
  const shaper = new Shaper(seeded(seed))
  shaper.become(conditions)
  const deliveries: { due: number; arrived: (late: number) => void }[] = []
  const sent = Array.from({ length: packets }, (_, index): Sent => {
    const at = index * everyMs
    const passage = shaper.pass(bytes, at)
    if (passage === 'lost') return { at, arrives: undefined }
    deliveries.push({ due: at + passage.ms, arrived: passage.arrived })
    return { at, arrives: at + passage.ms }
  })
  for (const { arrived } of deliveries.toSorted((one, other) => one.due - other.due)) arrived(0)
  return { sent, reading: shaper.reading, arrivals: deliveries.map(({ due }) => due) }
}

const isAscending = (numbers: readonly number[]) =>
  numbers.every((number, index) => number >= (numbers[index - 1] ?? 0))
const runs = (sent: readonly Sent[]) =>
  sent
    .map(({ arrives }) => (arrives === undefined ? 'x' : ' '))
    .join('')
    .split(/ +/)
    .filter(Boolean)
    .map(({ length }) => length)

test('a link without conditions lets everything pass at once', () => {
  const { reading } = over({})
  const nothing: Partial<Reading> = {
    packets: 1_000,
    arrived: 1_000,
    loss: 0,
    dropped: 0,
    delayMs: 0,
    behind: 0,
  }
  expect(reading).toMatchObject(nothing)
})

test.each([
  [undefined, 30],
  [100, 10],
])('a queue of %s ms holds so much of what comes at once, and drops the rest', (queueMs, packets) => {
  const conditions = { rateKbps: 800, ...(queueMs !== undefined && { queueMs }) }
  const { sent } = over(conditions, { packets: 50, everyMs: 0 })
  expect(sent.filter(({ arrives }) => arrives !== undefined)).toHaveLength(packets)
})

test.each([1, 2, 3, 4, 5])(
  'the share that is lost is right within 1 pp after 200 packets, seed %i',
  (seed) => {
    for (const loss of [0.01, 0.05, 0.3, 0.75]) {
      const { reading } = over({ loss }, { packets: 200, seed })
      expect(Math.abs(reading.loss - loss), `${loss}`).toBeLessThanOrEqual(0.01)
    }
    expect(over({ loss: 1 }).reading).toMatchObject({ loss: 1, arrived: 0 })
  },
)

test('the same seed loses the same packets, another one others', () => {
  const lost = (seed: number) =>
    over({ loss: 0.1 }, { seed }).sent.map(({ arrives }) => arrives === undefined)
  expect(lost(7)).toEqual(lost(7))
  expect(lost(7)).not.toEqual(lost(8))
  const beside = over({ loss: 0.1, jitterMs: 300 }, { seed: 7, everyMs: 13 }).sent
  expect(beside.map(({ arrives }) => arrives === undefined)).toEqual(lost(7))
})

test('a burst loses so many in a row, and the share stays the same', () => {
  const { sent, reading } = over({ loss: 0.05, burst: 10 }, { packets: 2_000 })
  expect(Math.abs(reading.loss - 0.05)).toBeLessThanOrEqual(0.01)
  expect(runs(sent.slice(0, 1_900)).every((run) => run % 10 === 0)).toBe(true)
  expect(Math.max(...runs(over({ loss: 0.05 }).sent))).toBeLessThanOrEqual(2)
})

test('a narrow link passes so many bits a second, and drops what finds its queue full', () => {
  // 800 kbit/s come to a link of 400.
  const { sent, reading } = over({ rateKbps: 400, queueMs: 200 })
  expect(reading.rateKbps).toBeCloseTo(400, 0)
  expect(reading.dropped).toBeCloseTo(0.5, 1)
  const waits = sent.flatMap(({ at, arrives }) => (arrives === undefined ? [] : [arrives - at]))
  expect(Math.max(...waits)).toBeLessThanOrEqual(200)
  expect(reading.delayMs).toBe(0)
})

test('a link that is not filled drops nothing, and has no rate to be measured', () => {
  const { reading } = over({ rateKbps: 4_000 })
  expect(reading).toMatchObject({ dropped: 0, behind: 0 })
  expect(reading.rateKbps).toBeUndefined()
})

test.each([
  [40, 200, undefined],
  [10, 400, 4_000],
  [10, 20, undefined],
])('of two packets at once every %i ms, %i times, a rate is measured: %s', (everyMs, times, rateKbps) => {
  const shaper = new Shaper(seeded(1))
  shaper.become({ rateKbps: 4_000 })
  const late = seeded(2)
  for (let at = 0; at < everyMs * times; at += everyMs)
    for (const passage of [shaper.pass(1_000, at), shaper.pass(1_000, at)])
      if (passage !== 'lost') passage.arrived(3 * late())
  const { behind, rateKbps: measured } = shaper.reading
  expect(behind).toBe(times)
  if (rateKbps === undefined) expect(measured).toBeUndefined()
  else expect(Math.abs((measured ?? 0) / rateKbps - 1)).toBeLessThanOrEqual(0.1)
})

test('latency is added to what waits in the queue', () => {
  const { sent, reading } = over({ latencyMs: 80, rateKbps: 800 })
  expect(sent[0]?.arrives).toBe(90)
  expect(reading.delayMs).toBe(80)
})

test.each([20, 150, 500])(
  'a jitter of %i ms has half of it for its mean, and no packet overtakes',
  (jitterMs) => {
    const { arrivals, reading } = over({ latencyMs: 50, jitterMs }, { packets: 3_000 })
    expect(Math.abs((reading.delayMs ?? 0) - 50 - jitterMs / 2)).toBeLessThanOrEqual(10)
    expect(reading.spreadMs).toBeGreaterThan(jitterMs / 2)
    expect(reading.spreadMs).toBeLessThanOrEqual(jitterMs)
    expect(isAscending(arrivals)).toBe(true)
    expect(reading.overtaken).toBe(0)
  },
)

test('of what is to be overtaken, that share is', () => {
  const { reading } = over({ latencyMs: 50, reorder: 0.1 })
  expect(reading.overtaken).toBeCloseTo(0.1, 2)
})

test('what was under way when a link got faster is not overtaken', () => {
  const shaper = new Shaper(seeded(1))
  shaper.become({ latencyMs: 500 })
  const slow = shaper.pass(100, 0)
  shaper.become({})
  expect([slow, shaper.pass(100, 20), shaper.pass(100, 600)]).toMatchObject([
    { ms: 500 },
    { ms: 480 },
    { ms: 0 },
  ])
})

test('what arrives late is measured, by when it really came', () => {
  const shaper = new Shaper(seeded(1))
  shaper.become({ latencyMs: 30 })
  for (const at of [0, 10, 20]) {
    const passage = shaper.pass(100, at)
    if (passage !== 'lost') passage.arrived(25)
  }
  expect(shaper.reading).toMatchObject({ delayMs: 55, spreadMs: 0 })
})

test('a packet goes through the shapers of all paths, and one that loses it is enough', () => {
  const [shared, own] = [new NetworkPath(), new NetworkPath()]
  const [near, far] = [new Shaper(seeded(1)), new Shaper(seeded(2))]
  near.become({ latencyMs: 30 })
  far.become({ latencyMs: 12 })
  const end = shared.shape('up', near)
  own.shape('up', far)
  expect(shared.isImpaired).toBe(true)
  expect(through([shared, own], 'up', 100, 0)).toMatchObject({ ms: 42 })
  expect(through([shared, own], 'down', 100, 0)).toMatchObject({ ms: 0 })
  end()
  expect(through([shared, own], 'up', 100, 50)).toMatchObject({ ms: 12 })
  far.become({ loss: 1 })
  expect(through([shared, own], 'up', 100, 100)).toBe('lost')
  own.heal()
  expect(through([shared, own], 'up', 100, 100)).toMatchObject({ ms: 0 })
  expect([shared.isImpaired, own.isImpaired]).toEqual([false, false])
})
