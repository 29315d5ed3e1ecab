import { expect, test } from 'vitest'
import { type Attempt, jobsFor, planOf } from './rounds.ts'

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
  expect(planOf(jobs)).toEqual({ 1: { a: ['1'], b: ['3'] }, 2: { a: ['2'] } })
})
