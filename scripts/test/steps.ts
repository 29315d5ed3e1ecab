import { join } from 'node:path'
import { controlResults, playwrightResults, type Results, vitestResults } from './results.ts'

/** A part of `npm test`. */
export interface Step {
  readonly name: string
  readonly command: readonly string[]
  readonly env?: Record<string, string>
  /** Whether it needs nothing but this machine, so that it is run with the loopback interface alone. */
  readonly loopback?: boolean
  /** Run after a failure, to learn more of it; changes no verdict. */
  readonly afterFailure?: readonly string[]
  /** What its tests came to, read from what it wrote; a step without tests counts as one. */
  readonly results?: () => Results
}

/** The one test that installs something, from the registry or npm's cache of it. */
const installing = 'src/package.test.ts'

/**
 * Unit tests that run a browser, or Playwright. All others share the modules of a worker: to load these anew for each file took
 * two thirds of their time. Vitest then deals the files out beforehand, which leaves a worker alone with a long one.
 */
const long = ['.browser.test.ts', '.run.test.ts']

/** All of `npm test`, in order. @param folder where steps leave their results */
export function allSteps(folder: string): Step[] {
  const controls = join(folder, 'controls.json')
  return [
    { name: 'types', command: ['tsc'] },
    { name: 'lint', command: ['biome', 'check', '--error-on-warnings'] },
    vitest('package', folder, installing),
    {
      ...vitest(
        'unit tests',
        folder,
        '--no-isolate',
        `--exclude=${installing}`,
        ...long.map((ending) => `--exclude=**/*${ending}`),
      ),
      loopback: true,
    },
    {
      ...vitest('unit tests with a browser', folder, ...long),
      loopback: true,
    },
    {
      ...playwright('scenarios', folder),
      loopback: true,
      // What failed is run once more for a trace with snapshots of the DOM.
      afterFailure: ['playwright', 'test', '--last-failed', '--trace=on', '--reporter=line'],
    },
    {
      name: 'controls',
      command: ['playwright', 'test', '--config=playwright.controls.config.ts'],
      env: { ZEGO_CONTROLS_OUTPUT_FILE: controls },
      loopback: true,
      results: () => controlResults(controls),
    },
    ...['plain', 'react'].map((name) => {
      const args = ['--config', `examples/${name}`, '--reporter=line,json']
      return { ...playwright(`example ${name}`, folder, ...args), loopback: true }
    }),
  ]
}

/** Unit tests, with a dot for each in the log. */
function vitest(name: string, folder: string, ...args: string[]): Step {
  const file = join(folder, `${name}.json`)
  return {
    name,
    command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, ...args],
    results: () => vitestResults(file),
  }
}

/** Playwright's tests, whose configuration or arguments make it write JSON where it is told to. */
function playwright(name: string, folder: string, ...args: string[]): Step {
  const file = join(folder, `${name}.json`)
  return {
    name,
    command: ['playwright', 'test', ...args],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    results: () => playwrightResults(file),
  }
}
