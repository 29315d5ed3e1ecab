import type { Ledger } from '../ledger.ts'
import { driftTable } from './drift-table.ts'
import type { SurfacedByBuild, VersionsRun } from './versions.ts'

/** Writes into a ledger what is known of builds of the SDK; null where there is neither a versions run nor a record. */
export function joinVersions(
  ledger: Ledger,
  recorded: SurfacedByBuild | undefined,
  run: VersionsRun | undefined,
): Ledger {
  return { ...ledger, versions: driftTable(recorded, run) }
}
