import { performance } from 'node:perf_hooks'

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

/** Prints one row per measurement: its value, and how often the first row's it is. */
export function report(
  title: string,
  unit: string,
  rows: readonly (readonly [name: string, value: number])[],
): void {
  const base = rows[0]?.[1] ?? 1
  console.log(`\n${title}`)
  for (const [name, value] of rows) {
    console.log(
      `  ${name.padEnd(34)} ${value.toFixed(2).padStart(9)} ${unit}   ${(value / base).toFixed(2)}x`,
    )
  }
}
