import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { playwrightResults, vitestResults } from './results.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'results-'))
  file = join(folder, 'results.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (report: unknown) => writeFileSync(file, JSON.stringify(report))

test('of Playwright: a failed and a flaky test count, and what failed is named with the first lines of why', () => {
  const spec = (title: string, ok: boolean, message?: string) => {
    return {
      file: 'a.spec.ts',
      line: 7,
      title,
      ok,
      tests: [{ results: [{ error: message && { message } }] }],
    }
  }
  write({
    stats: { expected: 3, unexpected: 1, flaky: 1 },
    errors: [],
    suites: [
      {
        specs: [spec('good', true)],
        suites: [{ specs: [spec('bad', false, '\u001b[31mNo code\u001b[39m\n\nstory\n    at file.ts:3')] }],
      },
    ],
  })
  expect(playwrightResults(file)).toEqual({
    passed: 3,
    failed: 2,
    failures: ['a.spec.ts:7 › bad: No code\n      story'],
  })
})

test('of Vitest: failed tests, and a file that did not even load', () => {
  const bad = { fullName: 'bad', status: 'failed', failureMessages: ['expected 1\n  at x'] }
  write({
    numPassedTests: 2,
    numFailedTests: 1,
    testResults: [
      { name: 'a.test.ts', status: 'failed', message: '', assertionResults: [bad] },
      { name: 'b.test.ts', status: 'failed', message: 'SyntaxError', assertionResults: [] },
      { name: 'c.test.ts', status: 'passed', message: '', assertionResults: [{ ...bad, status: 'passed' }] },
    ],
  })
  expect(vitestResults(file)).toEqual({
    passed: 2,
    failed: 2,
    failures: ['a.test.ts › bad: expected 1', 'b.test.ts › did not run: SyntaxError'],
  })
})
