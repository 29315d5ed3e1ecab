import { join } from 'node:path'
import { controlResults, playwrightResults, type Results, vitestResults } from './results.ts'

/** A part of `npm test`. */
export interface Step {
  readonly name: string
  readonly command: readonly string[]
  readonly env?: Record<string, string>
  /** What its tests came to, read from what it wrote; a step without tests counts as one. */
  readonly results?: () => Results
}

/** Unit tests, with a dot for each in the log. */
export function unitTests(folder: string): Step {
  const file = join(folder, 'unit.json')
  return {
    name: 'unit tests',
    command: ['vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`],
    results: () => vitestResults(file),
  }
}

/** Scenarios, whose own configuration writes JSON where it is told to. */
export function scenarios(folder: string): Step {
  const file = join(folder, 'scenarios.json')
  return {
    name: 'scenarios',
    command: ['playwright', 'test'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    results: () => playwrightResults(file),
  }
}

/** The examples that the package ships. */
export function examples(folder: string): Step[] {
  return ['plain', 'react'].map((name) => {
    const file = join(folder, `${name}.json`)
    return {
      name: `example ${name}`,
      command: ['playwright', 'test', '--config', `examples/${name}`, '--reporter=line,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      results: () => playwrightResults(file),
    }
  })
}

/** All of `npm test`, in order. @param folder where steps leave their results */
export function allSteps(folder: string): Step[] {
  const controls = join(folder, 'controls.json')
  return [
    { name: 'types', command: ['tsc'] },
    { name: 'lint', command: ['biome', 'check', '--error-on-warnings'] },
    unitTests(folder),
    scenarios(folder),
    {
      name: 'controls',
      command: ['playwright', 'test', '--config=playwright.controls.config.ts'],
      env: { ZEGO_CONTROLS_OUTPUT_FILE: controls },
      results: () => controlResults(controls),
    },
    ...examples(folder),
  ]
}
