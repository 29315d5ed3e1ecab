import type { Ledger } from '../ledger.ts'
export function renderPage(ledger: Ledger, { picture }: { picture: (path: string) => Buffer }): string {
  return `${ledger.rows.length}${typeof picture}`
}
