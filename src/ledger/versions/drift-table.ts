import type { Via } from '../../observe/observation.ts'
import type { BuildCell, BuildsInSituation, CodeDrift, LedgerVersions } from './ledger-versions.ts'
import type { SurfacedByBuild, VersionsRun } from './versions.ts'

/**
 * Compares the builds of the SDK, situation by situation, with the newest among them. What the run saw counts before what
 * is recorded, cell by cell: a run of one situation or one build leaves the others as they were recorded. Null when
 * nothing is known.
 */
export function driftTable(recorded: SurfacedByBuild = {}, run?: VersionsRun): LedgerVersions | null {
  const all = overlaid(recorded, run?.surfaced ?? {})
  const builds = [...new Set(Object.values(all).flatMap(Object.keys))].toSorted(byAge)
  const newest = builds.at(-1)
  if (newest === undefined) return null
  const situations = Object.entries(all).map(([title, byBuild]) => {
    const cells = builds.flatMap((build) => {
      const seen = byBuild[build]
      if (!seen) return []
      const source = run?.surfaced[title]?.[build] ? ('run' as const) : ('recorded' as const)
      return { build, source, surfaced: seen.map(parsed), differs: differ(seen, byBuild[newest]) }
    })
    return { title, cells }
  })
  return {
    builds,
    newest,
    situations,
    drift: situations.flatMap((situation) => driftIn(situation, newest)),
    measured: { startedAt: run?.measured.startedAt ?? null },
  }
}

/** What is known of every cell, the oldest build first: as it was seen, else as it was before. */
export function overlaid(before: SurfacedByBuild, seen: SurfacedByBuild): SurfacedByBuild {
  const titles = Object.keys({ ...before, ...seen })
  const cellsOf = (title: string) =>
    Object.entries({ ...before[title], ...seen[title] }).toSorted(([a], [b]) => byAge(a, b))
  return Object.fromEntries(titles.map((title) => [title, Object.fromEntries(cellsOf(title))]))
}

/** Where a code surfaces in a cell. */
export function viasOf(code: number, { surfaced }: BuildCell): readonly Via[] {
  return surfaced.filter((entry) => entry.code === code).map(({ via }) => via)
}

function driftIn({ title, cells }: BuildsInSituation, newest: string): readonly CodeDrift[] {
  const now = cells.find(({ build }) => build === newest)
  if (!now) return []
  const codes = new Set(cells.flatMap(({ surfaced }) => surfaced.map(({ code }) => code)))
  return [...codes]
    .toSorted((a, b) => a - b)
    .flatMap((code) =>
      cells
        .map((cell) => ({
          code,
          situation: title,
          build: cell.build,
          seen: viasOf(code, cell),
          newest: viasOf(code, now),
        }))
        .filter(({ seen, newest }) => differ(seen, newest)),
    )
}

function parsed(text: string): BuildCell['surfaced'][number] {
  const [code, via] = text.split(' ')
  return { code: Number(code), via: via as Via }
}

function differ(some: readonly string[], others: readonly string[] | undefined): boolean {
  return others !== undefined && some.toSorted().join() !== others.toSorted().join()
}

/** By the numbers of a version: 3.5.0 is older than 3.10.0. */
function byAge(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}
