import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Plan } from '../../scenarios/mutants/plan.ts'
import type { Run } from './reporter.ts'

const root = join(import.meta.dirname, '../..')

/**
 * Runs the scenarios of a plan in one Playwright run, each with its mutants on.
 *
 * @param each called back for each run that has ended
 */
export async function runPlan(
  plan: Plan,
  each: (run: Run) => void,
  playwrightArgs: readonly string[] = [],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zego-mutants-'))
  const [plans, runs] = [join(folder, 'plan.json'), join(folder, 'runs.jsonl')]
  writeFileSync(plans, JSON.stringify(plan))
  writeFileSync(runs, '')
  let told = 0
  const tell = () => {
    const lines = readFileSync(runs, 'utf8').split('\n').slice(0, -1)
    for (const line of lines.slice(told)) each(JSON.parse(line))
    told = lines.length
  }
  const watcher = watch(runs, tell)
  try {
    await playwright(playwrightArgs, {
      ZEGO_MUTANTS: plans,
      ZEGO_MUTANTS_RUNS: runs,
    })
    tell()
  } finally {
    watcher.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Its exit code says nothing: mutants that are noticed are tests that fail. */
function playwright(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const cli = join(root, 'node_modules/@playwright/test/cli.js')
  const config = join(import.meta.dirname, 'playwright.config.ts')
  const child = spawn(process.execPath, [cli, 'test', '-c', config, ...args], {
    cwd: root,
    env: { ...process.env, ...environment, FORCE_COLOR: '0' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  let stopped = false
  const stop = () => {
    stopped = true
    // By this one Playwright ends what it has started, too.
    child.kill('SIGINT')
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('exit', () => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      if (stopped) process.exit(1)
      done()
    })
  })
}
