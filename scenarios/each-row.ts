import { test } from '@playwright/test'
import { slowness } from '../src/machine/pace.ts'

/** One row of a table: a code, and the situation in words where the code is not enough. */
export interface Situation {
  readonly code: number
  readonly what?: string
}

/** Runs a table within one test, each row a step. */
export type EachRow = <Row extends Situation>(
  rows: readonly Row[],
  body: (row: Row) => Promise<unknown>,
) => Promise<void>

/** Ms more that each row gives its test. */
const timeOfRow = 5_000 * slowness()

/** The tags of a table, for the test that runs it. */
export const tagsOf = (rows: readonly Situation[]): string[] => [
  ...new Set(rows.map(({ code }) => `@${code}`)),
]

const inWords = ({ code, what }: Situation): string => (what ? `${code}, ${what}` : String(code))

/**
 * Opening a page takes most of the time of a row that is only a call, so a table of calls shares one. Every row runs,
 * whatever became of those before it. Without faults every row must fail at `toSurface`, not the first alone.
 */
export function eachRow(injection: 'on' | 'off'): EachRow {
  return async (rows, body) => {
    test.setTimeout(test.info().timeout + rows.length * timeOfRow)
    const failures = new Map<Situation, unknown>()
    for (const row of rows)
      await test.step(inWords(row), () => body(row)).catch((failure: unknown) => failures.set(row, failure))
    if (injection === 'off') demandAllFailed(rows, failures)
    for (const failure of failures.values()) throw failure
  }
}

/** @throws what a control must not end with: a row that passed, or one that failed at something else */
function demandAllFailed(rows: readonly Situation[], failures: ReadonlyMap<Situation, unknown>): void {
  const passed = rows.filter((row) => !failures.has(row)).map(inWords)
  if (passed.length)
    throw new Error(`These rows passed without their fault, so they prove nothing: ${passed.join('; ')}.`)
  for (const failure of failures.values()) if (!String(failure).includes('toSurface')) throw failure
}
