import { join, resolve } from 'node:path'
import type { Scenario } from './ran.ts'
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
    const seen = ran.map(({ runs: [run] }) => ({ file: join(base, run.file), title: run.title }))
    return places.some(
      (place) =>
        place.code === code &&
        !seen.some(({ file, title }) => file === resolve(place.file) && isTitle(title, place.title)),
    )
  }
}

/** Whether a title, with those of its describe blocks before it, is that of a scenario; a table's can be any. */
function isTitle(full: string, own: string | undefined): boolean {
  return own === undefined || full === own || full.endsWith(` › ${own}`)
}
