import type { Ledger } from './ledger.ts'
import { readJsonIfThere } from './read-if-there.ts'

/**
 * The ledger that a run left in a file; undefined where none is, or one of another version of the harness.
 *
 * @throws {Error} when it cannot be read
 */
export function readLedger(file: string): Ledger | undefined {
  const ledger = readJsonIfThere(file, 'Delete it and run the scenarios again.') as Ledger | null | undefined
  return ledger?.schema === 2 ? ledger : undefined
}
