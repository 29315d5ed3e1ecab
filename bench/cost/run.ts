import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JSONReport, JSONReportSuite } from '@playwright/test/reporter'
import type { Metered } from './meter.ts'
import type { Tree } from './tree.ts'

/** One run of some scenarios in one tree. */
export interface CostRun extends Metered {
  /** How each test ended, by file and title. */
  readonly outcomes: ReadonlyMap<string, string>
}

/** Runs scenarios as `npx playwright test` does, and measures all of its processes. */
export async function costOf(tree: Tree, files: readonly string[], workers: number): Promise<CostRun> {
  const folder = mkdtempSync(join(tmpdir(), 'zego-bench-cost-run-'))
  const [meter, results] = [join(folder, 'meter.json'), join(folder, 'results.json')]
  const filters = files.map((file) => `${file.replace(/[^\w/-]/g, '\\$&')}$`)
  const playwright = ['npx', '--no-install', 'playwright', 'test', `--workers=${workers}`, ...filters]
  const metered = ['node', '--import', 'tsx', join(import.meta.dirname, 'meter.ts'), meter, ...playwright]
  const [command = '', ...args] = [...ownNamespace(), ...metered]
  const child = spawn(command, args, {
    cwd: tree.folder,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: results },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await once(child, 'close')
  try {
    const { suites, errors } = JSON.parse(readFileSync(results, 'utf8')) as JSONReport
    const outcomes = new Map(suites.flatMap(outcomesOf))
    if (!outcomes.size)
      throw new Error(`Nothing ran in ${tree.name}: ${errors.map((e) => e.message).join('\n')}`)
    return { ...(JSON.parse(readFileSync(meter, 'utf8')) as Metered), outcomes }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Fills the caches that any second run finds: Playwright's of compiled files, and the project's own. */
export async function warmUp(tree: Tree, files: readonly string[]): Promise<void> {
  spawnSync('npx', ['--no-install', 'playwright', 'test', '--list', ...files], { cwd: tree.folder })
  await costOf(tree, files.slice(0, 1), 1)
}

function outcomesOf({ specs, suites = [] }: JSONReportSuite): [string, string][] {
  const own = specs.map(({ file, title, ok }): [string, string] => [
    `${file} › ${title}`,
    ok ? 'passed' : 'failed',
  ])
  return [...own, ...suites.flatMap(outcomesOf)]
}

/** Makes the meter the first process of a namespace, to which orphans fall; nothing where the system forbids that. */
function ownNamespace(): string[] {
  const ways = [[], ['--user', '--map-current-user']]
  const found = ways
    .map((way) => ['unshare', ...way, '--pid', '--fork', '--mount-proc', '--'])
    .find(([command = '', ...args]) => spawnSync(command, [...args, 'true']).status === 0)
  if (!found) console.error('No namespace of its own here: a process whose parent ends first may be missed.')
  return found ?? []
}
