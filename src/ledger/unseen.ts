import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Ran, Scenario } from './run/ran.ts'
import type { CodePlace } from './scenario-sources.ts'

/**
 * Tells whether the sources hold scenarios of a code that are not among those of a run, as in a run of one scenario:
 * these may be the ones that bear out the row's claim.
 *
 * @param base folder that the scenarios' files are relative to
 */
export function unseenScenarios(
  places: readonly CodePlace[],
  base: string,
): (code: number, ran: readonly Scenario[]) => boolean {
  return (code, ran) => {
    const runs = ran.map(({ runs: [run] }) => run)
    return places.some((place) => place.code === code && !isAmong(place, runs, base))
  }
}

/**
 * Whether a run selected every scenario of a code that the sources hold, and some of each file that is known to hold any.
 *
 * @param known files with scenarios, relative to the base; one that is there no more is not asked for
 */
export function isWhole(
  runs: readonly Ran[],
  places: readonly CodePlace[],
  base: string,
  known: readonly string[] = [],
): boolean {
  const isThere = (file: string) => existsSync(join(base, file))
  return (
    places.every((place) => isAmong(place, runs, base)) &&
    known.every((file) => !isThere(file) || runs.some((run) => run.file === file))
  )
}

function isAmong(place: CodePlace, runs: readonly Ran[], base: string): boolean {
  const file = resolve(place.file)
  return runs.some((run) => join(base, run.file) === file && isTitle(run.title, place.title))
}

/** Whether a title, with those of its describe blocks before it, is that of a scenario; a table's can be any. */
function isTitle(full: string, own: string | undefined): boolean {
  return own === undefined || full === own || full.endsWith(` › ${own}`)
}
