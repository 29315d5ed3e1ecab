import type { Receipt } from '../src/faults/kit/receipt.ts'
import { chooseScenarios, warmUpsFor } from './choose.ts'
import { groupBy, median, type Row, report } from './ratios.ts'
import { nameOf, type Run, runProjects } from './runs.ts'

/** Every round brings workers, browsers and warm-ups of its own; for all scenarios they take half an hour. */
const roundsFor = (files: readonly string[]) => (files.length > 30 ? 3 : 5)

/**
 * What a scenario costs beside a Playwright test that only opens the same page. The aim is a median of at most 1.5x.
 *
 * Measured is a test with its fixtures in a browser that had a page before: neither side counts the start of the worker,
 * the launch of the browser or its first page. Each round has bare tests before and after its scenarios, and a ratio is
 * to those of its own round, since the load of a machine changes. A person's own bare test has the flags of Playwright
 * alone, which is slower; that is shown beside it.
 */
export async function scenarios(filters: readonly string[] = []): Promise<void> {
  await measure(chooseScenarios(filters))
}

/**
 * The same for some files.
 *
 * @param alone a file of the project `steps alone`: the steps of some of these scenarios, by the same titles, in plain
 * Playwright. It shows what is due to the harness and what to the app.
 */
export async function measure(files: readonly string[], alone: readonly string[] = []): Promise<void> {
  const rounds = roundsFor(files)
  const runs: Measured[] = []
  for (let round = 1; round <= rounds; round += 1) {
    console.log(`\nRound ${round} of ${rounds}: ${files.length} files with scenarios`)
    const all = await runProjects({
      projects: ['flags of Playwright alone', 'bare before', 'steps alone', 'scenarios', 'bare after'],
      files: ['bench/bare/open-page.spec.ts', ...alone, ...warmUpsFor(files), ...files],
    })
    const warm = withoutFirstOfWorker(all)
    const page = median(durations(warm.filter(isBare)))
    for (const run of warm) runs.push({ ...run, ratio: run.duration / page })
  }
  const of = (...projects: string[]) => runs.filter(({ project }) => projects.includes(project))
  const pages = runs.filter(isBare)
  const bare: Row = [`bare page test (${pages.length} pages)`, median(durations(pages)), 1]
  const plain = median(durations(of('flags of Playwright alone')))
  const scenarios = of('scenarios')
  const usual = rowsOf(scenarios.filter((run) => !waitsForIce(run)))
  const iceBound = rowsOf(scenarios.filter(waitsForIce))
  const middle = usual[Math.floor(usual.length / 2)]
  const summary: Row[] = [
    ['the same with the flags of Playwright alone', plain],
    ...(middle ? [['median scenario', middle[1], middle[2]] as const] : []),
  ]
  report(`Duration of each scenario (medians of ${rounds} rounds)`, 'ms', [bare, ...summary, ...usual])
  if (middle) {
    const [times, timesPlain] = [middle[2] ?? 0, middle[1] / plain].map((ratio) => ratio.toFixed(2))
    console.log(
      `\nA median scenario takes ${timesPlain}x a bare page test with the flags of Playwright alone, and ${times}x one in ` +
        "the harness's own, faster browser.",
    )
  }
  for (const [title, steps] of groupBy(of('steps alone'), ({ title }) => title)) {
    const same = scenarios.filter((run) => run.title === title)
    report(`What the harness adds: ${title}`, 'ms', [
      ['the steps alone, in plain Playwright', median(durations(steps))],
      ['with fault, receipt, observation and record', median(durations(same))],
      ['for comparison: a bare page test', bare[1]],
    ])
  }
  if (!iceBound.length) return
  report('Not in the median: media is cut, which Chromium takes some 5 s to notice', 'ms', [
    bare,
    ...iceBound,
  ])
}

interface Measured extends Run {
  /** To the bare page tests of the same round. */
  readonly ratio: number
}

const isBare = ({ project }: Run) => project.startsWith('bare')
const durations = (runs: readonly Run[]) => runs.map(({ duration }) => duration)

/** Drops what ran first in each browser: the warm-ups, and what ran in a new browser because the last test failed. */
function withoutFirstOfWorker(runs: readonly Run[]): Run[] {
  const first = new Map<number, Run>()
  for (const run of runs) {
    const known = first.get(run.worker)
    if (!known || run.startedAt < known.startedAt) first.set(run.worker, run)
  }
  for (const { title, file } of first.values())
    if (!title.includes('warm-up'))
      console.error(`Left out once, because its browser was cold: ${file}: ${title}`)
  return runs.filter((run) => first.get(run.worker) !== run)
}

/** One row per scenario, by ratio. */
function rowsOf(measured: readonly Measured[]): Row[] {
  return [...groupBy(measured, nameOf)]
    .map(([name, group]): Row => {
      const ms = median(durations(group))
      return [name, ms, median(group.map(({ ratio }) => ratio))]
    })
    .sort(([, , a = 0], [, , b = 0]) => a - b)
}

const waitsForIce = ({ record }: Run) => record?.receipts.some(silencesMedia)

/** The receipt of a cut that swallowed media counts its packets. */
const silencesMedia = ({ fault, evidence }: Receipt) => fault === 'network.cut' && 'after' in evidence
