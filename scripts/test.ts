import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * `npm test`: types, lint, unit tests, scenarios, their controls and the examples, one after the other, all of them
 * even when one fails. Ends with one line: `N passed, N failed`.
 */
interface Count {
  passed: number
  failed: number
}

interface Step {
  readonly name: string
  readonly command: readonly string[]
  readonly env?: Record<string, string>
  /** Reads how many tests the step ran; a step without tests counts as one. */
  readonly count?: () => Count
}

const results = mkdtempSync(join(tmpdir(), 'zego-fault-harness-test-'))
const unitResults = join(results, 'unit.json')
const scenarioResults = join(results, 'scenarios.json')
const controlResults = join(results, 'controls.json')

const steps: readonly Step[] = [
  { name: 'types', command: ['tsc'] },
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings'] },
  {
    name: 'unit tests',
    command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitResults}`],
    count: () => {
      const { numPassedTests: passed, numFailedTests: failed } = read(unitResults)
      return { passed: Number(passed), failed: Number(failed) }
    },
  },
  {
    name: 'scenarios',
    command: ['playwright', 'test'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: scenarioResults },
    count: () => playwrightCount(scenarioResults),
  },
  {
    name: 'controls',
    command: ['playwright', 'test', '--config=playwright.controls.config.ts'],
    env: { ZEGO_CONTROLS_OUTPUT_FILE: controlResults },
    count: () => read(controlResults) as unknown as Count,
  },
  ...['plain', 'react'].map((example) => {
    const file = join(results, `${example}.json`)
    return {
      name: `example ${example}`,
      command: ['playwright', 'test', '--config', `examples/${example}`, '--reporter=line,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      count: () => playwrightCount(file),
    }
  }),
]

const total: Count = { passed: 0, failed: 0 }
for (const step of steps) {
  console.log(`\n== ${step.name}`)
  const { status } = spawnSync('npx', ['--no-install', ...step.command], {
    stdio: 'inherit',
    env: { ...process.env, ...step.env },
  })
  const count = counted(step, status === 0)
  total.passed += count.passed
  total.failed += count.failed
}
rmSync(results, { recursive: true, force: true })
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed ? 1 : 0

/** A step that fails without a failed test (it crashed, or wrote no results) still counts as one failure. */
function counted({ count }: Step, ok: boolean): Count {
  const fallback = ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  if (!count) return fallback
  try {
    const { passed, failed } = count()
    return { passed, failed: Math.max(failed, fallback.failed) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

function playwrightCount(file: string): Count {
  const { expected, unexpected, flaky } = read(file).stats as Record<string, number>
  return { passed: expected ?? 0, failed: (unexpected ?? 0) + (flaky ?? 0) }
}

function read(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(file, 'utf8'))
}
