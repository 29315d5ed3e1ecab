/** A copy of a ledger without the keys named `measured`: what must be equal in equal runs. */
export function withoutMeasured(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMeasured)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([key]) => key !== 'measured')
  return Object.fromEntries(kept.map(([key, entry]) => [key, withoutMeasured(entry)]))
}
