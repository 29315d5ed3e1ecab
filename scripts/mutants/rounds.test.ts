import { expect, test } from 'vitest'
import { type Attempt, jobsFor, patienceFor, planOf } from './rounds.ts'

const attempt = (name: string, scenario: string, { shares = true, alone = false } = {}): Attempt => ({
  mutant: { name, scenarios: [scenario], shares },
  scenario,
  alone,
})
const code = (name: string) => name.slice(0, 1)

test('mutants of different rows are on together in one run of a scenario, two of one row never', () => {
  const jobs = jobsFor([attempt('1 words', 'a'), attempt('1 action', 'a'), attempt('2 words', 'a')], code)
  expect(jobs).toEqual([
    { scenario: 'a', mutants: ['1 words', '2 words'] },
    { scenario: 'a', mutants: ['1 action'] },
  ])
})

test('what is to be on alone is', () => {
  const attempts = [
    attempt('1 words', 'a', { alone: true }),
    attempt('2 words', 'a'),
    attempt('3 x', 'a', { shares: false }),
  ]
  expect(jobsFor(attempts, code).map(({ mutants }) => mutants.length)).toEqual([1, 1, 1])
})

test('a scenario runs once a round', () => {
  const jobs = [
    { scenario: 'a', mutants: ['1'] },
    { scenario: 'a', mutants: ['2'] },
    { scenario: 'b', mutants: ['3'] },
  ]
  expect(planOf(jobs, () => 2_000)).toEqual({
    1: { patience: 2_000, scenarios: { a: ['1'], b: ['3'] } },
    2: { patience: 2_000, scenarios: { a: ['2'] } },
  })
})

test('who waits longest comes first, and only beside those that wait as long', () => {
  const jobs = [
    { scenario: 'quick', mutants: ['1'] },
    { scenario: 'slow', mutants: ['2'] },
  ]
  const plan = planOf(jobs, (scenario) => (scenario === 'slow' ? 8_000 : 2_000))
  expect(Object.values(plan)).toEqual([
    { patience: 8_000, scenarios: { slow: ['2'] } },
    { patience: 2_000, scenarios: { quick: ['1'] } },
  ])
})

test('an assertion may wait as long as all of its scenario took, 2 s at least and 30 s at most', () => {
  expect([100, 2_000, 2_001, 9_000, 90_000].map(patienceFor)).toEqual([2_000, 2_000, 4_000, 15_000, 30_000])
})
