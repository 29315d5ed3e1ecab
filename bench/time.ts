import type { Receipt } from '../src/faults/kit/receipt.ts'
import { chooseScenarios, movesTheClock, NothingToRun, warmUpsFor } from './choose.ts'
import { documentedWait } from './documented-waits.ts'
import { groupBy, median } from './ratios.ts'
import { nameOf, type Run, runProjects } from './runs.ts'

const REPEATS = 3

/** How much faster than the page's clock a scenario is that waits for a timer of the SDK. */
export async function time(filters: readonly string[] = []): Promise<void> {
  const files = chooseScenarios(filters).filter(movesTheClock)
  if (!files.length) throw new NothingToRun(`Nothing that matches ${filters.join(', ')} moves the clock.`)
  const runs = await runProjects({
    projects: ['scenarios'],
    files: [...warmUpsFor(files), ...files],
    repeats: REPEATS,
  })
  const moved = runs.filter(({ record }) => record?.receipts.some(isMove))
  const rows = [...groupBy(moved, nameOf)].map(([name, group]) => rowOf(name, group))
  rows.sort((a, b) => b.page / b.test - a.page / a.test)
  const width = Math.max(...rows.map(({ name }) => name.length))
  const line = (name: string, ...cells: string[]) =>
    `  ${name.padEnd(width)} ${cells.map((cell, index) => (index < 5 ? cell.padStart(9) : `   ${cell}`)).join('')}`
  console.log(
    `\nTime compression (median of ${REPEATS}): page = time that passed in the page while the clock was moved,`,
  )
  console.log('took = real time of that, test = the whole test with all its fixtures')
  console.log(line('', 'page s', 'took s', 'page/took', 'test s', 'page/test', 'what the SDK waits for'))
  for (const { name, page, took, test, wait } of rows) {
    const cells = [seconds(page), seconds(took), times(page / took), seconds(test), times(page / test), wait]
    console.log(line(name, ...cells))
  }
}

interface Compression {
  readonly name: string
  readonly wait: string
  /** All in ms. */
  readonly page: number
  readonly took: number
  readonly test: number
}

function rowOf(name: string, runs: readonly Run[]): Compression {
  const sum = (key: 'movedMs' | 'realMs') => median(runs.map((run) => sumOf(run, key)))
  return {
    name,
    wait: runs[0] ? documentedWait(runs[0]) : '',
    page: sum('movedMs'),
    took: sum('realMs'),
    test: median(runs.map(({ duration }) => duration)),
  }
}

/** Stopping the clock lets it run to a full second first: that is no wait that was shortened. */
const isMove = ({ fault }: Receipt) => /^time\.(advance|jump|advanceUntil)$/.test(fault)

function sumOf({ record }: Run, key: 'movedMs' | 'realMs'): number {
  const moves = record?.receipts.filter(isMove) ?? []
  return moves.reduce((sum, { evidence }) => sum + Number(evidence[key]), 0)
}

const seconds = (ms: number) => (ms / 1_000).toFixed(1)
const times = (ratio: number) => `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio)}x`
