import { readFileSync } from 'node:fs'

/** Per situation and build of the SDK: texts of what an app can hear. */
type ByBuild = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>

/** What a build of the SDK does in a situation in which other builds surface a code. */
export interface Otherwise {
  readonly situation: string
  readonly build: string
  /** Codes that it surfaces there, each with its channel. */
  readonly surfaces: readonly string[]
  /** Room states that it tells there without a code. */
  readonly states: readonly string[]
  /** The build on the other side of a version that was not tried, where it does surface the code: either may be right. */
  readonly unlike?: string
}

/** The kind of faults by which each situation is made. */
export const madeBy: Readonly<Record<string, string>> = {
  'kicked out by the back end': 'signaling',
  'logged in elsewhere': 'signaling',
  'login refused, the room is full': 'signaling',
  'token expired': 'signaling',
  'token that cannot be read': 'input',
  'signaling cut and back': 'network',
  'camera unplugged': 'device',
  'permission denied': 'permission',
  'permission revoked': 'permission',
}

/** What `npm run versions` has recorded. */
const recorded = {
  surfaced: read('../../versions/surfaced.json'),
  states: read('../../versions/room-states.json'),
}

/**
 * Where the builds nearest to a version were seen not to surface a code that others surface. Nothing for a code that they
 * all surface, or that no situation is recorded of.
 *
 * @param kinds of the faults that were made: a situation of another kind explains nothing. All count where there are none
 */
export function otherwise(
  code: number,
  version: string,
  kinds: ReadonlySet<string>,
  { surfaced, states } = recorded,
): Otherwise[] {
  const has = carrying(code)
  return Object.entries(surfaced).flatMap(([situation, builds]) => {
    if (kinds.size > 0 && !kinds.has(madeBy[situation] ?? '')) return []
    if (!Object.values(builds).some(has)) return []
    const neighbours = nearest(version, Object.keys(builds))
    const unlike = neighbours.find((build) => has(builds[build]))
    return neighbours
      .filter((build) => !has(builds[build]))
      .map((build) => ({
        situation,
        build,
        surfaces: builds[build] ?? [],
        states: states[situation]?.[build] ?? [],
        ...(unlike && { unlike }),
      }))
  })
}

/** Whether this very version was seen not to surface a code in any of the situations in which others do. */
export function givesNever(code: number, version: string, { surfaced } = recorded): boolean {
  const has = carrying(code)
  const those = Object.values(surfaced).filter((builds) => Object.values(builds).some(has))
  return those.length > 0 && those.every((builds) => version in builds && !has(builds[version]))
}

function carrying(code: number) {
  return (seen: readonly string[] = []) => seen.some((text) => text.startsWith(`${code} `))
}

/** The very build; else the last before it and the first after it. */
function nearest(version: string, builds: readonly string[]): string[] {
  if (builds.includes(version)) return [version]
  const byAge = builds.toSorted(compare)
  const older = byAge.findLast((build) => compare(build, version) < 0)
  const newer = byAge.find((build) => compare(build, version) > 0)
  return [older, newer].filter((build) => build !== undefined)
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}

function read(file: string): ByBuild {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))
}
