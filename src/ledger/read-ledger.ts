import type { Ledger } from './ledger.ts'
import { readIfThere } from './read-if-there.ts'

/** The ledger that a run left in a file; undefined where none is, or one of another version of the harness. */
export function readLedger(file: string): Ledger | undefined {
  const text = readIfThere(file)
  if (text === undefined) return undefined
  const ledger = JSON.parse(text) as Ledger
  return ledger.schema === 2 ? ledger : undefined
}
