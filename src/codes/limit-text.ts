import type { Limit } from './row.ts'

/** What a bound is called: in a sentence, or in signs, which need no translation. */
const bounds = {
  words: { min: 'at least', max: 'at most', lessThan: 'less than' },
  signs: { min: '≥', max: '≤', lessThan: '<' },
} as const

/** A limit as people read it: `stream ID: at most 256 bytes`, or `stream ID: ≤ 256 bytes`. */
export function limitText(limit: Limit, as: keyof typeof bounds): string {
  const names = ['min', 'max', 'lessThan'] as const
  const given = names.filter((name) => limit[name] !== undefined)
  return `${limit.of}: ${given.map((name) => `${bounds[as][name]} ${limit[name]}`).join(', ')} ${limit.unit}`
}
