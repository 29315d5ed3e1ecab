import { median, report } from './ratios.ts'
import { runProjects } from './runs.ts'

/** What a login takes through the wire door, and with the cloud inside the page, as `npm run dev` has it. */
export async function doors(): Promise<void> {
  const runs = await runProjects({
    projects: ['measurements'],
    files: ['bench/measurements/doors.spec.ts'],
  })
  const measured = runs.flatMap((run) => run.measured)
  const all = (door: string) => measured.filter(([name]) => name === door).map(([, value]) => value)
  const names = [...new Set(measured.map(([name]) => name))]
  const count = Math.max(...names.map((name) => all(name).length))
  report(
    `Login by door: constructor and loginRoom, on the page's clock (median of ${count} new pages)`,
    'ms',
    names.map((name) => [name, median(all(name))]),
  )
}
