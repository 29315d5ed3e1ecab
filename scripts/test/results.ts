import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter'

/** What the tests of a step came to. */
export interface Results {
  readonly passed: number
  readonly failed: number
  /** For each that failed: where, which, and why, of which the first lines: the log of a CI often keeps only its end. */
  readonly failures: readonly string[]
}

/** Of a JSON file of Vitest's. */
export function vitestResults(file: string): Results {
  const { numPassedTests, numFailedTests, testResults } = read<VitestReport>(file)
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (status === 'failed' && !failed.length) return [failure(name, 'did not run', message)]
    return failed.map(({ fullName, failureMessages }) => failure(name, fullName, failureMessages[0]))
  })
  return { passed: numPassedTests, failed: Math.max(numFailedTests, failures.length), failures }
}

/** Of a JSON file of Playwright's. A flaky test failed. */
export function playwrightResults(file: string): Results {
  const { stats, suites, errors } = read<JSONReport>(file)
  const failures = [
    ...errors.map(({ message }) => failure('outside of a test', 'error', message)),
    ...suites.flatMap(failuresOf),
  ]
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, failures }
}

/** Of the file that the reporter of the controls leaves. */
export const controlResults = (file: string): Results => read<Results>(file)

function failuresOf({ specs, suites = [] }: JSONReportSuite): string[] {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) => {
      const error = tests.flatMap(({ results }) => results).find((result) => result.error)?.error
      return failure(`${file}:${line}`, title, error?.message)
    })
  return [...own, ...suites.flatMap(failuresOf)]
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

/** Lines of why a test failed that are told again at the end. */
const told = 12

function failure(place: string, title: string, message = ''): string {
  const lines = stripVTControlCharacters(message).split('\n')
  const [first = '', ...rest] = lines.filter((line) => line.trim() && !/^ +at /.test(line)).slice(0, told)
  return [`${place} › ${title}${first && `: ${first}`}`, ...rest.map((line) => `      ${line}`)].join('\n')
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T
}
