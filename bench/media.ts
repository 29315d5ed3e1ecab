import { median, report } from './ratios.ts'
import { runProjects } from './runs.ts'

const REPEATS = 3

/** Login, publish, play and first frame; and what one virtual stream costs the gateway among 1, 5 and 20. */
export async function media(): Promise<void> {
  const files = ['latency', 'virtual-streams'].map((name) => `bench/measurements/${name}.spec.ts`)
  const values = new Map<string, number[]>()
  for (const { measured } of await runProjects({ projects: ['measurements'], files, repeats: REPEATS })) {
    for (const [name, value] of measured) values.set(name, [...(values.get(name) ?? []), value])
  }
  const group = (title: string) =>
    [...values]
      .filter(([name]) => name.startsWith(`${title}/`))
      .map(([name, all]) => [name.slice(title.length + 1), median(all)] as const)
  report(`Latency with the real SDK, through the wire door (median of ${REPEATS})`, 'ms', group('latency'))
  report('CPU of the gateway per virtual stream (% of one core)', '%', group('CPU per stream'))
}
