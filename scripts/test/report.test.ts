import { expect, test } from 'vitest'
import { closing, duration, heading } from './report.ts'
import { resultsOf } from './run-steps.ts'

const types = { name: 'types', passed: 1, failed: 0, failures: [], ms: 12_400 }
const scenarios = {
  name: 'scenarios',
  passed: 294,
  failed: 1,
  failures: ['a.spec.ts:3 › lost: why'],
  ms: 425_000,
}

test('durations', () => {
  expect([duration(12_400), duration(59_600), duration(425_000)]).toEqual(['12s', '1m00s', '7m05s'])
})

test('what comes before a step: its place, the time so far, what is left', () => {
  expect(heading('scenarios', [types], ['controls', 'examples'])).toBe(
    '\n== 2 of 4: scenarios (12s so far, then: controls, examples)',
  )
  expect(heading('scenarios', [types], [])).toBe('\n== 2 of 2: scenarios (12s so far, the last)')
})

test('what failed is told again above the table; the closing line is the last and stands alone', () => {
  expect(closing([types, scenarios]).split('\n')).toEqual([
    '',
    'What failed:',
    '  scenarios: a.spec.ts:3 › lost: why',
    '',
    '  step        passed   failed     time',
    '  types            1        0      12s',
    '  scenarios      294        1    7m05s',
    '  all            295        1    7m17s',
    '',
    '295 passed, 1 failed',
  ])
})

test('a step that ends badly without a failed test, or without results, counts as one failure', () => {
  const passed = { passed: 3, failed: 0, failures: [] }
  const broken = (): never => {
    throw new Error('no file')
  }
  expect(resultsOf({ results: () => passed }, true, 'why')).toEqual(passed)
  expect(resultsOf({ results: () => passed }, false, 'why')).toEqual({
    passed: 3,
    failed: 1,
    failures: ['why'],
  })
  expect(resultsOf({ results: broken }, true, 'why')).toMatchObject({ passed: 0, failed: 1 })
  expect(resultsOf({}, false, 'why')).toEqual({ passed: 0, failed: 1, failures: ['why'] })
  expect(resultsOf({}, true, 'why')).toEqual({ passed: 1, failed: 0, failures: [] })
})
