import { spawnSync } from 'node:child_process'
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter'
import { median, report } from './ratios.ts'

const REPEATS = 5

/** What a scenario costs beside a Playwright test that only opens the same page. The aim is a median of at most 1.5x. */
export async function scenarios(): Promise<void> {
  const args = ['--no-install', 'playwright', 'test', '--config=bench/playwright.config.ts', `--repeat-each=${REPEATS}`]
  const { stdout } = spawnSync('npx', args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] })
  const { suites } = JSON.parse(stdout.slice(stdout.indexOf('{\n'))) as JSONReport
  const durations = new Map<string, number[]>()
  for (const { project, file, duration } of suites.flatMap(results)) {
    const name = project === 'bare' ? 'bare page test' : file.replace(/^.*\/|\.spec\.ts$/g, '')
    durations.set(name, [...(durations.get(name) ?? []), duration])
  }
  const rows = [...durations].map(([name, values]) => [name, median(values)] as const)
  const bare = rows.filter(([name]) => name === 'bare page test')
  const others = rows.filter(([name]) => name !== 'bare page test').sort(([, a], [, b]) => a - b)
  const middle = ['median scenario', median(others.map(([, value]) => value))] as const
  report(`Duration of each scenario (median of ${REPEATS})`, 'ms', [...bare, middle, ...others])
}

interface Result {
  readonly project: string
  readonly file: string
  readonly duration: number
}

function results({ specs, suites = [] }: JSONReportSuite): Result[] {
  const own = specs.flatMap(({ file, tests }) =>
    tests.flatMap(({ projectName, results: runs }) => {
      const failed = runs.find(({ status }) => status !== 'passed')
      if (failed) throw new Error(`${file} ${failed.status}, so its duration means nothing: ${failed.error?.message}`)
      return runs.map(({ duration }) => ({ project: projectName, file, duration }))
    }),
  )
  return [...own, ...suites.flatMap(results)]
}
