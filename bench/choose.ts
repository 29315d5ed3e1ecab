import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** What a person asked for cannot be run. */
export class NothingToRun extends Error {
  override name = 'NothingToRun'
}

/** Files of documented situations. What tests the harness itself is no situation. */
export function scenarioFiles(): string[] {
  return readdirSync(join(root, 'scenarios'), { encoding: 'utf8', recursive: true })
    .map((file) => `scenarios/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.spec.ts') && !file.startsWith('scenarios/harness/'))
    .sort()
}

/**
 * The scenario files that were asked for.
 *
 * @param filters parts of paths, as for `playwright test`; all files when there are none
 * @throws {NothingToRun} when a filter matches nothing
 */
export function chooseScenarios(filters: readonly string[]): string[] {
  const all = scenarioFiles()
  const unknown = filters.filter((filter) => !all.some((file) => file.includes(filter)))
  if (unknown.length) {
    const wanted = unknown.map((filter) => `'${filter}'`).join(' or ')
    const names = all.map((file) => file.replace(/^scenarios\/|\.spec\.ts$/g, ''))
    throw new NothingToRun(`No scenario's path contains ${wanted}. There is: ${names.join(', ')}`)
  }
  return filters.length ? all.filter((file) => filters.some((filter) => file.includes(filter))) : all
}

/** The files whose tests may move the clock. */
export const movesTheClock = (file: string): boolean => sourceOf(file).includes('faults.time')

/** The warm-ups of the browsers that these files run in. @throws when a stage has none */
export function warmUpsFor(files: readonly string[]): string[] {
  const stages = new Set(
    files.map((file) => sourceOf(file).match(/browserStage: '([\w-]+)'/)?.[1] ?? 'default'),
  )
  return [...stages].map((stage) => {
    const warmUp = `bench/warm-up/${stage}.spec.ts`
    if (!existsSync(join(root, warmUp))) throw new NothingToRun(`A warm-up is missing: ${warmUp}.`)
    return warmUp
  })
}

const sourceOf = (file: string) => readFileSync(join(root, file), 'utf8')
