import { expect, test } from 'vitest'
import { Verdicts } from './judge.ts'
import type { Run } from './reporter.ts'

const row = (code: number, scenarios: readonly string[]) => ({
  name: `reaction ${code}: words`,
  scenarios,
  shares: true,
})
const run = (more: Partial<Run> = {}): Run => ({
  round: '1',
  scenario: 'a',
  status: 'passed',
  error: '',
  durationMs: 1,
  missed: [],
  met: [],
  ...more,
})

test('a row is killed by the assertion of its own code alone', () => {
  const verdicts = new Verdicts([row(1, ['a']), row(2, ['a'])])
  const both = ['reaction 1: words', 'reaction 2: words']
  expect(verdicts.take(run({ status: 'failed', missed: [1] }), both)).toEqual(['reaction 1: words'])
  expect(verdicts.next()).toEqual([{ mutant: row(2, ['a']), scenario: 'a', alone: true }])
  verdicts.take(run(), ['reaction 2: words'])
  expect(verdicts.survivors).toEqual([{ name: 'reaction 2: words', tried: ['a'] }])
})

test('a mutant that is alone is killed by whatever fails', () => {
  const verdicts = new Verdicts([{ name: 'fault device.unplug', scenarios: ['a'], shares: false }])
  verdicts.take(run({ status: 'timedOut' }), ['fault device.unplug'])
  expect(verdicts.killed).toHaveLength(1)
  expect(verdicts.next()).toEqual([])
})

test('who is not noticed by one scenario is shown to the next, twelve at most', () => {
  const verdicts = new Verdicts([row(1, [...'abcdefghijklm'])])
  for (const scenario of 'abcdefghijkl') {
    expect(verdicts.next()[0]?.scenario).toBe(scenario)
    verdicts.take(run({ scenario }), ['reaction 1: words'])
  }
  expect(verdicts.next()).toEqual([])
  expect(verdicts.survivors[0]?.tried).toEqual([...'abcdefghijkl'])
})

test('what no scenario touches is neither killed nor a survivor', () => {
  const verdicts = new Verdicts([row(1, [])])
  expect(verdicts.next()).toEqual([])
  expect(verdicts.untouched).toHaveLength(1)
  expect(verdicts.survivors).toEqual([])
})
