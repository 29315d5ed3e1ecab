import type { CodeRow } from './row.ts'

/** Why nothing in this SDK makes a code, such as `superseded by 1002031`; undefined of a code that can be made. */
export function whyNever(row: CodeRow): string | undefined {
  if (row.evidence === 'not-on-web') return 'not on the web'
  if (row.evidence !== 'superseded') return undefined
  return `superseded${row.instead ? ` by ${row.instead.join(', ')}` : ', without a documented code'}`
}
