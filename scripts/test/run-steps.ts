import { spawnSync } from 'node:child_process'
import { closing, type Done, ending, heading } from './report.ts'
import type { Results } from './results.ts'
import type { Step } from './steps.ts'

/** Where steps run that need nothing but this machine. */
export interface Loopback {
  /** What comes before their command. */
  readonly prefix: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Who asked for another machine, a line each. */
  testimony(): readonly string[]
}

/**
 * Runs steps one after the other, all of them even when one fails, and tells how it goes.
 *
 * @returns whether nothing failed
 */
export function runSteps(steps: readonly Step[], loopback?: Loopback): boolean {
  const done: Done[] = []
  for (const [index, step] of steps.entries()) {
    const left = steps.slice(index + 1).map(({ name }) => name)
    console.log(heading(step.name, done, left))
    const started = performance.now()
    const results = run(step, step.loopback ? loopback : undefined)
    const ended: Done = { name: step.name, ms: performance.now() - started, ...results }
    done.push(ended)
    console.log(ending(ended))
  }
  if (loopback) {
    const failures = loopback.testimony()
    done.push({
      name: 'loopback only',
      passed: failures.length ? 0 : 1,
      failed: failures.length,
      failures,
      ms: 0,
    })
  }
  console.log(closing(done))
  return done.every(({ failed }) => failed === 0)
}

type Where = Pick<Loopback, 'prefix' | 'env'>

function run(step: Step, { prefix, env }: Where = { prefix: [], env: {} }): Results {
  const { status, signal, error } = start(step.command, { prefix, env: { ...env, ...step.env } })
  const end = error?.message ?? (signal ? `was ended by ${signal}` : `exit code ${status}`)
  const results = resultsOf(step, status === 0, `\`${step.command.join(' ')}\`: ${end}, see above`)
  if (results.failed > 0 && step.afterFailure) {
    console.log(`\n== ${step.name}: what failed once more, for a trace; the verdict stays`)
    start(step.afterFailure, { prefix, env })
  }
  return results
}

function start(command: readonly string[], { prefix, env }: Where) {
  const [program = '', ...args] = [...prefix, 'npx', '--no-install', ...command]
  return spawnSync(program, args, {
    stdio: 'inherit',
    env: { ...process.env, npm_config_update_notifier: 'false', ...env },
  })
}

/** A step that fails without a failed test (it crashed, or wrote no results) still counts as one failure. */
export function resultsOf({ results }: Pick<Step, 'results'>, ok: boolean, why: string): Results {
  const crash: Results = ok
    ? { passed: 1, failed: 0, failures: [] }
    : { passed: 0, failed: 1, failures: [why] }
  if (!results) return crash
  try {
    const found = results()
    return ok || found.failed > 0 ? found : { ...crash, passed: found.passed }
  } catch {
    return { passed: 0, failed: 1, failures: [`it left no results; ${why}`] }
  }
}
