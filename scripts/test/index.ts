import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runSteps } from './run-steps.ts'
import { allSteps } from './steps.ts'

/**
 * `npm test`: types, lint, unit tests, scenarios, their controls and the examples, all of them even when one fails. Ends
 * with a table of the steps and one line: `N passed, N failed`.
 */
const results = mkdtempSync(join(tmpdir(), 'zego-fault-harness-test-'))
const ok = runSteps(allSteps(results))
rmSync(results, { recursive: true, force: true })
process.exitCode = ok ? 0 : 1
