import { performance } from 'node:perf_hooks'

/** One measurement: what of, how much, and how often the first row's it is where that is not simply divided. */
export type Row = readonly [name: string, value: number, ratio?: number]

/** The median of numbers. @throws when there are none */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('The median of nothing was asked for.')
  return middle
}

/** Ms that some work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Things that belong together, in the order in which they came first. */
export function groupBy<T>(all: readonly T[], nameOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(nameOf(one), [...(groups.get(nameOf(one)) ?? []), one])
  return groups
}

/** Prints one row per measurement: its value and its ratio to the first row. */
export function report(title: string, unit: string, rows: readonly Row[]): void {
  const base = rows[0]?.[1] ?? 1
  const width = Math.max(...rows.map(([name]) => name.length))
  console.log(`\n${title}`)
  for (const [name, value, ratio = value / base] of rows) {
    console.log(`  ${name.padEnd(width)} ${value.toFixed(2).padStart(9)} ${unit}   ${ratio.toFixed(2)}x`)
  }
}
