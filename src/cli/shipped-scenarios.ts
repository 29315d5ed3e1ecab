import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { isDocumented } from '../codes/index.ts'
import { type CodePlace, findCodePlaces } from '../ledger/scenario-sources.ts'

/** Beside the compiled command, since the package holds no scenarios; not in a clone, which has them. */
const index = join(import.meta.dirname, 'scenarios.json')

/** Leaves word in the package of where the scenarios of every code are. @param folder of the scenarios */
export function writeShippedScenarios(folder: string, file: string): void {
  const home = dirname(folder)
  const places = findCodePlaces(folder, isDocumented)
  const named = places.map((place) => ({ ...place, file: relative(home, place.file).replaceAll('\\', '/') }))
  writeFileSync(file, JSON.stringify(named))
}

/** The scenarios of a code that this package was built with. */
export function shippedScenarios(code: number): readonly CodePlace[] {
  if (!existsSync(index)) return []
  const places: readonly CodePlace[] = JSON.parse(readFileSync(index, 'utf8'))
  return places.filter((place) => place.code === code)
}
