import { expect, test } from 'vitest'
import { calibrate } from './calibration.ts'
import { inWords, pace, paceOf } from './pace.ts'
import { slowness } from './slowness.ts'

const unmeasured = () => {
  throw new Error('measured')
}

test('two whole processors are worth two workers', () => {
  expect(paceOf({ rounds: [{ alone: 180, together: 190 }], processors: 2 }).workers).toBe(2)
})

test('two threads of one core are worth one worker', () => {
  expect(paceOf({ rounds: [{ alone: 540, together: 900 }], processors: 2 })).toEqual({
    slowness: 5,
    workers: 1,
  })
})

test('who wants a processor for a moment does not cost a worker', () => {
  const times = [
    [163, 392],
    [171, 302],
    [320, 342],
    [345, 182],
    [165, 204],
  ] as const
  const rounds = times.map(([alone, together]) => ({ alone, together }))
  expect(paceOf({ rounds, processors: 2 })).toEqual({ slowness: 302 / 180, workers: 2 })
})

test('no machine has shorter timeouts than the reference', () => {
  expect(paceOf({ rounds: [{ alone: 60, together: 60 }], processors: 8 }).slowness).toBe(1)
})

test('a run measures once, and its workers read what it found', () => {
  const environment: NodeJS.ProcessEnv = {}
  const measured = pace(environment, () => ({ rounds: [{ alone: 400, together: 540 }], processors: 2 }))
  expect(measured.slowness).toBe(3)
  expect(pace(environment, unmeasured).slowness).toBe(3)
  expect(slowness(environment)).toBe(3)
})

test('without a run, nothing is slow', () => {
  expect(slowness({})).toBe(1)
})

test.each(['', 'fast', '0', '-1', 'Infinity'])('a pace of %j is refused', (value) => {
  expect(() => pace({ ZEGO_PACE: value })).toThrow(/ZEGO_PACE is .* as in ZEGO_PACE=3/s)
})

test('a machine is measured by the same work, alone and on all processors, some times', () => {
  const { rounds, processors } = calibrate()
  expect(processors).toBeGreaterThan(0)
  expect(rounds.length).toBeGreaterThan(2)
  for (const { alone, together } of rounds) expect(Math.min(alone, together)).toBeGreaterThan(0)
})

test('people read how slow it is', () => {
  expect(inWords({ slowness: 1 })).toMatch(/as fast as the reference/)
  expect(inWords({ slowness: 2.94 })).toMatch(/2\.9 times slower/)
})

test('a machine that is a little slower is not said to be as fast', () => {
  expect(inWords({ slowness: 1.04 })).toMatch(/1\.0 times slower/)
})
