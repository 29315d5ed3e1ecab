import { parseArgs } from 'node:util'
import { chooseScenarios, NothingToRun } from './choose.ts'
import { coreFiles } from './core.ts'
import { type CostRun, costOf, warmUp } from './cost/run.ts'
import { here, type Tree, treeOf } from './cost/tree.ts'
import { median } from './ratios.ts'

/**
 * CPU seconds of all processes of a run, and its time by the clock, per scenario and by kind of process; of this tree and
 * of another commit, turn about, so that the load of the machine meets both.
 *
 * @throws {NothingToRun} when the options make no sense
 */
export async function cost(args: readonly string[]): Promise<void> {
  const { against, rounds, workers, files } = optionsOf(args)
  const trees = [...(against ? [treeOf(against)] : []), here]
  try {
    for (const tree of trees) await warmUp(tree, files)
    for (const count of workers) {
      const runs = new Map<Tree, CostRun[]>(trees.map((tree) => [tree, []]))
      for (let round = 1; round <= rounds; round += 1) {
        // Whoever is second finds warmer caches, so each is first in turn.
        for (const tree of round % 2 ? trees : trees.toReversed()) {
          const run = await costOf(tree, files, count)
          runs.get(tree)?.push(run)
          const cpu = sum(run) / run.outcomes.size
          console.log(
            `${count} worker(s), round ${round} of ${rounds}, ${tree.name}: ${cpu.toFixed(2)} CPU s a test`,
          )
        }
      }
      tell(count, runs)
    }
  } finally {
    for (const tree of trees) tree.dispose()
  }
}

function optionsOf(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        against: { type: 'string' },
        rounds: { type: 'string', default: '3' },
        workers: { type: 'string', default: '1,2' },
        all: { type: 'boolean', default: false },
      },
    })
    const rounds = Number(values.rounds)
    const workers = values.workers.split(',').map(Number)
    if (![rounds, ...workers].every((number) => Number.isInteger(number) && number > 0))
      throw new TypeError('--rounds takes a whole number, and --workers some, as 1,2.')
    const files = values.all || positionals.length ? chooseScenarios(positionals) : coreFiles()
    return { against: values.against, rounds, workers, files }
  } catch (error) {
    if (error instanceof TypeError) throw new NothingToRun(error.message)
    throw error
  }
}

const sum = ({ cpu }: CostRun) => Object.values(cpu).reduce((all, own) => all + own, 0)

/** Prints a row per kind of process and a column per tree; the last column is this tree to the other. */
function tell(workers: number, runs: ReadonlyMap<Tree, readonly CostRun[]>): void {
  const trees = [...runs.keys()]
  const kinds = [...new Set([...runs.values()].flat().flatMap(({ cpu }) => Object.keys(cpu)))]
  const row = (name: string, of: (run: CostRun) => number) => ({
    name,
    values: trees.map((tree) => median((runs.get(tree) ?? []).map((run) => of(run) / run.outcomes.size))),
  })
  const rows = kinds.map((kind) => row(kind, ({ cpu }) => cpu[kind] ?? 0))
  rows.sort((a, b) => (b.values[0] ?? 0) - (a.values[0] ?? 0))
  const table = [...rows, row('all processes', sum), row('by the clock', ({ wall }) => wall)]
  const width = Math.max(...table.map(({ name }) => name.length))
  const tests = [...runs.values()].map(([run]) => run?.outcomes.size).join(' and ')
  console.log(`\nSeconds per test with ${workers} worker(s): medians of the rounds, ${tests} tests`)
  const line = (name: string, cells: readonly string[]) =>
    console.log(`  ${name.padEnd(width)} ${cells.map((cell) => cell.padStart(9)).join(' ')}`)
  line('', [...trees.map(({ name }) => name.slice(-9)), ...(trees.length > 1 ? ['ratio'] : [])])
  for (const { name, values } of table) {
    const [base = 0, own] = values
    const ratio = own === undefined || base < 0.005 ? [] : [`${(own / base).toFixed(2)}x`]
    line(name, [...values.map((value) => value.toFixed(2)), ...ratio])
  }
  tellDifferences(runs)
}

/** A saving that changes how a test ends is none. */
function tellDifferences(runs: ReadonlyMap<Tree, readonly CostRun[]>): void {
  const names = new Set([...runs.values()].flat().flatMap(({ outcomes }) => [...outcomes.keys()]))
  for (const name of names) {
    const ends = [...runs].map(([tree, each]) => {
      const outcomes = [...new Set(each.map(({ outcomes }) => outcomes.get(name) ?? 'not there'))]
      return `${tree.name}: ${outcomes.join(' or ')}`
    })
    if (ends.every((end) => end.endsWith(': passed'))) continue
    console.error(`Not the same, or failed: ${name}: ${ends.join('; ')}`)
    process.exitCode = 1
  }
}
