import { expect, test } from 'vitest'
import { type Conditions, checkConditions, resentAfterMs } from './conditions.ts'

test.each<Conditions>([
  {},
  { rateKbps: 8, queueMs: 10 },
  { loss: 1, burst: 20 },
  { latencyMs: 0, jitterMs: 1_000 },
])('a link may have %o', (conditions) => {
  expect(() => checkConditions(conditions)).not.toThrow()
})

test.each([
  [{ loss: 5 }, 'loss is a share of lost packets, from 0 to 1, not 5'],
  [{ rateKbps: 0 }, 'rateKbps is a rate in kbit/s, from 8 to 1000000, not 0'],
  [{ latencyMs: '20' }, 'latencyMs is a latency in ms, from 0 to 60000, not 20'],
  [{ jitterMs: Number.NaN }, 'jitterMs is a jitter in ms, from 0 to 1000, not NaN'],
  [{ loss: 0.1, burst: 1.5 }, 'burst is a number of packets lost in a row, from 1 to 20, not 1.5'],
  [{ reorder: 0.6 }, 'reorder is a share of overtaken packets, from 0 to 0.5, not 0.6'],
  [{ burst: 5 }, 'burst says how packets are lost, so it needs loss'],
  [{ queueMs: 50 }, 'queueMs says what waits before a narrow link, so it needs rateKbps'],
  [{ delay: 5 }, 'A network has no condition named delay. It has: rateKbps, queueMs, latencyMs'],
])('a link cannot have %o', (conditions, message) => {
  expect(() => checkConditions(conditions as Conditions)).toThrow(message)
})

test('TCP sends again after a round trip and 200 ms', () => {
  expect([{}, { latencyMs: 100, jitterMs: 40 }].map(resentAfterMs)).toEqual([200, 440])
})
