import { median, report } from './ratios.ts'
import { runProjects } from './runs.ts'

const REPEATS = 5

/** What a scenario costs beside a Playwright test that only opens the same page. The aim is a median of at most 1.5x. */
export async function scenarios(): Promise<void> {
  const durations = new Map<string, number[]>()
  for (const { project, file, duration } of runProjects(['bare', 'scenarios'], REPEATS)) {
    const name = project === 'bare' ? 'bare page test' : file.replace(/^.*\/|\.spec\.ts$/g, '')
    durations.set(name, [...(durations.get(name) ?? []), duration])
  }
  const rows = [...durations].map(([name, values]) => [name, median(values)] as const)
  const bare = rows.filter(([name]) => name === 'bare page test')
  const others = rows.filter(([name]) => name !== 'bare page test').sort(([, a], [, b]) => a - b)
  const middle = ['median scenario', median(others.map(([, value]) => value))] as const
  report(`Duration of each scenario file's tests (median of ${REPEATS})`, 'ms', [...bare, middle, ...others])
}
