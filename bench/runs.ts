import { spawnSync } from 'node:child_process'
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter'

/** One run of one test of the bench's Playwright projects. */
export interface Run {
  readonly project: string
  readonly file: string
  /** Ms, fixtures included. */
  readonly duration: number
  /** What `measured` put on it, by name. */
  readonly measured: ReadonlyMap<string, number>
}

/**
 * Runs Playwright projects of `bench/playwright.config.ts`.
 *
 * @throws when a test failed: its duration would mean nothing
 */
export function runProjects(projects: readonly string[], repeats: number): Run[] {
  const chosen = projects.map((project) => `--project=${project}`)
  const args = ['--no-install', 'playwright', 'test', '--config=bench/playwright.config.ts', ...chosen]
  const { stdout } = spawnSync('npx', [...args, `--repeat-each=${repeats}`], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { suites } = JSON.parse(stdout.slice(stdout.indexOf('{\n'))) as JSONReport
  return suites.flatMap(runsOf)
}

function runsOf({ specs, suites = [] }: JSONReportSuite): Run[] {
  const own = specs.flatMap(({ file, tests }) =>
    tests.flatMap(({ projectName, results, annotations }) => {
      const failed = results.find(({ status }) => status !== 'passed')
      if (failed)
        throw new Error(`${file} ${failed.status}, so it measures nothing: ${failed.error?.message}`)
      const measured = new Map(
        annotations
          .filter(({ type }) => type.startsWith('measured '))
          .map(({ type, description }) => [type.slice('measured '.length), Number(description)]),
      )
      return results.map(({ duration }) => ({ project: projectName, file, duration, measured }))
    }),
  )
  return [...own, ...suites.flatMap(runsOf)]
}
