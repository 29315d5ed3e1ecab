import { spawnSync } from 'node:child_process'
import { closing, type Done, ending, heading } from './report.ts'
import type { Results } from './results.ts'
import type { Step } from './steps.ts'

/**
 * Runs steps one after the other, all of them even when one fails, and tells how it goes.
 *
 * @returns whether nothing failed
 */
export function runSteps(steps: readonly Step[]): boolean {
  const done: Done[] = []
  for (const [index, step] of steps.entries()) {
    const left = steps.slice(index + 1).map(({ name }) => name)
    console.log(heading(step.name, done, left))
    const started = performance.now()
    const { status, signal, error } = spawnSync('npx', ['--no-install', ...step.command], {
      stdio: 'inherit',
      env: { ...process.env, ...step.env },
    })
    const end = error?.message ?? (signal ? `was ended by ${signal}` : `exit code ${status}`)
    const results = resultsOf(step, status === 0, `\`${step.command.join(' ')}\`: ${end}, see above`)
    done.push({ name: step.name, ms: performance.now() - started, ...results })
    console.log(ending(done[index] as Done))
  }
  console.log(closing(done))
  return done.every(({ failed }) => failed === 0)
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
