import { expect, test } from 'vitest'
import { Verdicts } from './judge.ts'
import type { Mutant } from './mutant.ts'
import type { Run } from './reporter.ts'

const row = (code: number, scenarios: readonly string[]) => ({
  name: `reaction ${code}: words`,
  scenarios,
  shares: true,
})
const verdictsOn = (...mutants: readonly Mutant[]) => {
  const verdicts = new Verdicts()
  verdicts.add(mutants)
  return verdicts
}
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
  const verdicts = verdictsOn(row(1, ['a']), row(2, ['a']))
  const both = ['reaction 1: words', 'reaction 2: words']
  expect(verdicts.take(run({ status: 'failed', missed: [1] }), both)).toEqual(['reaction 1: words'])
  expect(verdicts.next()).toEqual([{ mutant: row(2, ['a']), scenario: 'a', alone: true }])
  verdicts.take(run(), ['reaction 2: words'])
  expect(verdicts.survivors).toEqual([{ name: 'reaction 2: words', tried: ['a'] }])
})

test('a mutant that is alone is killed by whatever fails', () => {
  const verdicts = verdictsOn({ name: 'fault device.unplug', scenarios: ['a'], shares: false })
  verdicts.take(run({ status: 'timedOut' }), ['fault device.unplug'])
  expect(verdicts.killed).toEqual(new Map([['fault device.unplug', 'a']]))
  expect(verdicts.next()).toEqual([])
})

test('who is not noticed by one scenario is shown to twice as many each time, 63 at most', () => {
  const scenarios = Array.from({ length: 70 }, (_, at) => `scenario ${at}`)
  const verdicts = verdictsOn(row(1, scenarios))
  const shown: number[] = []
  for (let next = verdicts.next(); next.length > 0; next = verdicts.next()) {
    shown.push(next.length)
    for (const { scenario } of next) verdicts.take(run({ scenario }), ['reaction 1: words'])
  }
  expect(shown).toEqual([1, 2, 4, 8, 16, 32])
  expect(verdicts.survivors[0]?.tried).toEqual(scenarios.slice(0, 63))
})

test('two scenarios that did not say because of which mutant they failed are each tried with it alone', () => {
  const verdicts = verdictsOn(row(1, [...'abc']), row(2, [...'abc']))
  const both = ['reaction 1: words', 'reaction 2: words']
  verdicts.take(run(), both)
  for (const scenario of 'bc') verdicts.take(run({ scenario, status: 'failed' }), both)
  const alone = verdicts.next().filter(({ mutant }) => mutant.name === 'reaction 1: words')
  expect(alone).toMatchObject([
    { scenario: 'b', alone: true },
    { scenario: 'c', alone: true },
  ])
  verdicts.take(run({ scenario: 'b' }), ['reaction 1: words'])
  expect(verdicts.next()).toContainEqual({ mutant: row(1, [...'abc']), scenario: 'c', alone: true })
})

test('what no scenario touches is neither killed nor a survivor', () => {
  const verdicts = verdictsOn(row(1, []))
  expect(verdicts.next()).toEqual([])
  expect(verdicts.untouched).toHaveLength(1)
  expect(verdicts.survivors).toEqual([])
})

test('what is known later is judged, too, and what is known already once', () => {
  const verdicts = verdictsOn(row(1, ['a']))
  verdicts.take(run({ status: 'failed' }), ['reaction 1: words'])
  verdicts.add([row(1, ['a']), row(2, ['b'])])
  expect(verdicts.next()).toEqual([{ mutant: row(2, ['b']), scenario: 'b', alone: false }])
})
