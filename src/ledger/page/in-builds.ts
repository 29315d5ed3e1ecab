import type { Via } from '../../observe/observation.ts'
import { viasOf } from '../versions/drift-table.ts'
import type { BuildCell, LedgerVersions } from '../versions/ledger-versions.ts'

/** How builds of the SDK surface one code in one situation. */
export interface InBuilds {
  /** Title of the situation. */
  readonly situation: string
  /** Builds that do the same, those like the newest first. */
  readonly groups: readonly BuildGroup[]
}

interface BuildGroup {
  readonly builds: readonly string[]
  /** Where the code surfaces in them; nowhere when empty. */
  readonly vias: readonly Via[]
  readonly differs: boolean
}

/** The situations in which any build surfaces a code. */
export function inBuilds(code: number, versions: LedgerVersions | null): readonly InBuilds[] {
  return (versions?.situations ?? [])
    .filter(({ cells }) => cells.some((cell) => viasOf(code, cell).length > 0))
    .map(({ title, cells }) => ({ situation: title, groups: grouped(code, cells, versions?.newest) }))
}

function grouped(
  code: number,
  cells: readonly BuildCell[],
  newest: string | undefined,
): readonly BuildGroup[] {
  const now = cells.find(({ build }) => build === newest)
  const groups = new Map<string, { builds: string[]; vias: readonly Via[]; differs: boolean }>()
  for (const cell of cells) {
    const vias = viasOf(code, cell)
    const key = vias.join()
    const group = groups.get(key)
    if (group) group.builds.push(cell.build)
    else groups.set(key, { builds: [cell.build], vias, differs: !!now && key !== viasOf(code, now).join() })
  }
  return [...groups.values()].toSorted((a, b) => Number(a.differs) - Number(b.differs))
}
