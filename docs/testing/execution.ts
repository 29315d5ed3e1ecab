import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter'
import { root } from './page.ts'
import { type Ended, run } from './run.ts'

/** What one test did. */
export interface Outcome {
  /** Relative to the workspace. */
  readonly file: string
  readonly title: string
  readonly passed: boolean
  readonly error: string
}

/** Runs everything in a workspace with Playwright, once. @throws {Error} when it did not come to running */
export async function runTests(workspace: string): Promise<readonly Outcome[]> {
  const config = join(root, 'docs/testing/playwright.config.ts')
  const { output } = await run('playwright', ['test', `--config=${config}`], {
    env: { DOCUMENTATION_WORKSPACE: workspace },
  })
  const file = join(workspace, 'results.json')
  const report: JSONReport | undefined = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  if (!report?.suites.length) {
    const errors = report?.errors.map(({ message = '' }) => stripVTControlCharacters(message)) ?? []
    throw new Error(`The blocks of the documentation could not be run:\n${[...errors, output].join('\n')}`)
  }
  const inWorkspace = (path: string) => relative(workspace, resolve(report.config.rootDir, path))
  return report.suites.flatMap((suite) => outcomesOf(suite, inWorkspace))
}

/** Complaints of the compiler about files in a workspace, by file. */
export async function checkTypes(workspace: string): Promise<ReadonlyMap<string, string>> {
  const { code, output } = await run('tsc', ['-p', workspace, '--pretty', 'false'])
  const found = [...output.matchAll(/^(\S.*?)\((\d+),\d+\): (error .+(?:\n +.+)*)/gm)]
  if (code && !found.length) throw new Error(`The compiler failed:\n${output}`)
  const complaints = new Map<string, string>()
  for (const [, file = '', line, text] of found) {
    const own = relative(workspace, resolve(root, file))
    complaints.set(own, `${complaints.get(own) ?? ''}line ${line}: ${text}\n`)
  }
  return complaints
}

/** Reports the run in a workspace by another configuration. */
export function mergeReports(workspace: string, config: string): Promise<Ended> {
  // Playwright unpacks blobs where they lie: two that merge the same ones read each other's halves.
  const blobs = join(workspace, `blobs-for-${config.replaceAll('/', '-')}`)
  if (!existsSync(blobs)) cpSync(join(workspace, 'blobs'), blobs, { recursive: true })
  return run('playwright', ['merge-reports', `--config=${join(workspace, config)}`, blobs])
}

function outcomesOf(suite: JSONReportSuite, inWorkspace: (file: string) => string): Outcome[] {
  const own = suite.specs.map(({ file, title, ok, tests }) => {
    const errors = tests.flatMap(({ results }) => results).flatMap((result) => result.errors)
    const error = errors.map(({ message = '' }) => stripVTControlCharacters(message)).join('\n')
    return { file: inWorkspace(file), title, passed: ok, error }
  })
  return [...own, ...(suite.suites ?? []).flatMap((inner) => outcomesOf(inner, inWorkspace))]
}
