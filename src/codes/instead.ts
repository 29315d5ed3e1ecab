import type { CodeRow } from './row.ts'

/** The codes that this SDK gives in place of a superseded one, as the row says how it differs; none where it gives no number. */
export function insteadOf({ evidence, drift = '' }: CodeRow): readonly number[] {
  if (evidence !== 'superseded') return []
  return [...new Set((drift.match(/\b1[01]\d{5}\b/g) ?? []).map(Number))]
}

/** Why nothing in this SDK makes a code, such as `superseded by 1002031`; undefined of a code that can be made. */
export function whyNever(row: CodeRow): string | undefined {
  if (row.evidence === 'not-on-web') return 'not on the web'
  if (row.evidence !== 'superseded') return undefined
  const instead = insteadOf(row)
  return `superseded${instead.length > 0 ? ` by ${instead.join(', ')}` : ', without a documented code'}`
}
