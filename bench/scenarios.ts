import type { Receipt } from '../src/faults/receipt.ts'
import { BARE_PAGES } from './bare/pages.ts'
import { chooseScenarios, warmUpsFor } from './choose.ts'
import { groupBy, median, type Row, report } from './ratios.ts'
import { nameOf, type Run, runProjects } from './runs.ts'

/** Every repeat brings workers, browsers and warm-ups of its own; for all scenarios that is half an hour. */
const repeatsFor = (files: readonly string[]) => (files.length > 30 ? 3 : 5)

/**
 * What a scenario costs beside a Playwright test that only opens the same page. The aim is a median of at most 1.5x.
 *
 * Measured is a test with its fixtures in a browser that had a page before: neither side counts the start of the worker,
 * the launch of the browser or its first page. The bare test runs before and after the scenarios, since the load of a
 * machine changes.
 */
export async function scenarios(filters: readonly string[] = []): Promise<void> {
  const files = chooseScenarios(filters)
  const repeats = repeatsFor(files)
  console.log(`${files.length} files with scenarios, ${repeats} times each.`)
  const runs = await runProjects({
    projects: ['bare before', 'scenarios', 'bare after'],
    files: ['bench/bare/open-page.spec.ts', ...warmUpsFor(files), ...files],
    repeats,
  })
  const warm = withoutFirstOfWorker(runs)
  const bare: Row = ['bare page test', median(warm.filter(isBare).map(({ duration }) => duration))]
  const tests = byTest(warm.filter((run) => !isBare(run)))
  const rows = (waits: boolean): Row[] =>
    tests
      .filter(({ waitsForIce }) => waitsForIce === waits)
      .map(({ name, ms }): Row => [name, ms])
      .sort(([, a], [, b]) => a - b)
  const [usual, iceBound] = [rows(false), rows(true)]
  const middle: Row[] = usual.length ? [['median scenario', median(usual.map(([, ms]) => ms))]] : []
  const title = `Duration of each scenario (median of ${repeats}; ${BARE_PAGES * repeats * 2} bare pages)`
  report(title, 'ms', [bare, ...middle, ...usual])
  if (!iceBound.length) return
  report('Not in the median: media is cut, which Chromium takes some 5 s to notice', 'ms', [
    bare,
    ...iceBound,
  ])
}

const isBare = ({ project }: Run) => project.startsWith('bare')

/** Drops what ran first in each browser: the warm-ups. @throws when something to be measured ran first */
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

function byTest(runs: readonly Run[]): { name: string; ms: number; waitsForIce: boolean }[] {
  return [...groupBy(runs, nameOf)].map(([name, group]) => ({
    name,
    ms: median(group.map(({ duration }) => duration)),
    waitsForIce: group.some(({ record }) => record?.receipts.some(silencesMedia)),
  }))
}

/** The receipt of a cut that swallowed media counts its packets. */
const silencesMedia = ({ fault, evidence }: Receipt) => fault === 'network.cut' && 'after' in evidence
