import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureChromium } from '../../src/browser/install.ts'
import { loopbackOnly, NoNamespace, testimony, witnessed } from './loopback.ts'
import { type Loopback, runSteps } from './run-steps.ts'
import { allSteps } from './steps.ts'

/**
 * `npm test`: types, lint, unit tests, scenarios, their controls and the examples, all of them even when one fails. Ends
 * with a table of the steps and one line: `N passed, N failed`.
 *
 * What needs nothing but this machine runs with the loopback interface alone, where the system allows it. `npm run offline`
 * runs nothing else, and fails where the system does not.
 */
const isOffline = process.argv.includes('--offline')
const results = mkdtempSync(join(tmpdir(), 'zego-fault-harness-test-'))
const steps = allSteps(results).filter(
  ({ name, loopback }) => !isOffline || (loopback && name !== 'controls'),
)

/** The loopback interface alone; undefined where the system does not allow that and nobody insists. */
function loopback(): Loopback | undefined {
  const file = join(results, 'witness.txt')
  try {
    return { prefix: loopbackOnly(), env: witnessed(file), testimony: () => testimony(file) }
  } catch (error) {
    if (isOffline || !(error instanceof NoNamespace)) throw error
    console.log(error.message)
    return undefined
  }
}

try {
  await ensureChromium() // nothing can be installed without a network
  process.exitCode = runSteps(steps, loopback()) ? 0 : 1
} finally {
  rmSync(results, { recursive: true, force: true })
}
