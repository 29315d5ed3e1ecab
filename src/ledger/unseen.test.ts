import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { groupRuns } from './run/ran.ts'
import { sampleRan } from './testing/sample-ledger.ts'
import { isWhole, unseenScenarios } from './unseen.ts'

const base = resolve('project')
const file = resolve('project/scenarios/room/full.spec.ts')
const place = { code: 1002034, file, line: 1, faults: [] }
const ran = groupRuns([sampleRan('room/full', 'login › the room is full', '@1002034', {})])

test('a scenario that ran is seen, by its own title within those of its groups', () => {
  expect(unseenScenarios([{ ...place, title: 'the room is full' }], base)(1002034, ran)).toBe(false)
})

test('one of another title, or in another file, is not', () => {
  expect(unseenScenarios([{ ...place, title: 'full again' }], base)(1002034, ran)).toBe(true)
  const elsewhere = { ...place, file: resolve('project/scenarios/room/other.spec.ts') }
  expect(unseenScenarios([elsewhere], base)(1002034, ran)).toBe(true)
})

test('a table is seen with any of its scenarios, and other codes do not matter', () => {
  expect(unseenScenarios([place], base)(1002034, ran)).toBe(false)
  expect(unseenScenarios([{ ...place, code: 1002001, title: 'x' }], base)(1002034, ran)).toBe(false)
})

test('a run is whole when it met every scenario of a code', () => {
  const runs = ran.map(({ runs: [run] }) => run)
  const places = [{ ...place, title: 'the room is full' }]
  expect(isWhole(runs, places, base)).toBe(true)
  expect(isWhole(runs, [...places, { ...place, title: 'full again' }], base)).toBe(false)
  expect(isWhole([], places, base)).toBe(false)
})

test('a run that left out all of a known file is not whole, unless the file is gone', () => {
  const runs = ran.map(({ runs: [run] }) => run)
  const here = relative(base, fileURLToPath(import.meta.url))
  expect(isWhole(runs, [], base, ['scenarios/room/full.spec.ts', 'scenarios/room/gone.spec.ts'])).toBe(true)
  expect(isWhole(runs, [], base, [here])).toBe(false)
})

test('a title that only ends alike is another one', () => {
  const other = groupRuns([sampleRan('room/full', 'not the room is full', '@1002034', {})])
  expect(unseenScenarios([{ ...place, title: 'the room is full' }], base)(1002034, other)).toBe(true)
})
