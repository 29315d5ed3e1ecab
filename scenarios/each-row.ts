import { test } from '@playwright/test'
import type { Zego } from '../fixtures/index.ts'
import { slowness } from '../src/machine/slowness.ts'

/** One row of a table: a code, and the situation in words where there is no code or it is not enough. */
export interface Situation {
  /** Absent for a situation in which the SDK only says words. */
  readonly code?: number
  readonly what?: string
}

type Coded = Situation & { readonly code: number }

/** Runs a table within one test, each row a step. */
export type EachRow = <Row extends Situation>(
  rows: readonly Row[],
  body: (row: Row) => Promise<unknown>,
) => Promise<void>

/** Ms more that each row gives its test. */
const timeOfRow = 5_000 * slowness()

/** The tags of a table, for the test that runs it. */
export const tagsOf = (rows: readonly Coded[]): string[] => [...new Set(rows.map(({ code }) => `@${code}`))]

/** The tags of a table of codes that are only forced, for what the app makes of them: they prove nothing of their rows. */
export const forcedTagsOf = (rows: readonly Coded[]): string[] => [
  ...new Set(rows.map(({ code }) => `@forced:${code}`)),
]

const inWords = ({ code, what }: Situation): string =>
  [code, what].filter((part) => part !== undefined).join(', ')

/**
 * Opening a page takes most of the time of a row that is only a call, so a table of calls shares one. Every row runs,
 * whatever became of those before it. Without faults every row must miss its `toSurface`, or the words it waits for, not the
 * first alone.
 */
export function eachRow(
  injection: 'on' | 'off',
  { claims, wordClaims }: Pick<Zego, 'claims' | 'wordClaims'>,
): EachRow {
  return async (rows, body) => {
    test.setTimeout(test.info().timeout + rows.length * timeOfRow)
    const failures = new Map<Situation, unknown>()
    const missed = new Set<Situation>()
    for (const row of rows) {
      const [codes, words] = [claims.length, wordClaims.length]
      await test.step(inWords(row), () => body(row)).catch((failure: unknown) => failures.set(row, failure))
      const made = [...claims.slice(codes), ...wordClaims.slice(words)]
      if (made.some(({ passed }) => !passed)) missed.add(row)
    }
    if (injection === 'off') return demandAllMissed(rows, missed, failures)
    for (const failure of failures.values()) throw failure
  }
}

/** @throws what a control must not end with: a row that missed nothing */
function demandAllMissed(
  rows: readonly Situation[],
  missed: ReadonlySet<Situation>,
  failures: ReadonlyMap<Situation, unknown>,
): void {
  for (const row of rows) {
    if (missed.has(row)) continue
    if (failures.has(row)) throw failures.get(row)
    throw new Error(`This row passed without its fault, so it proves nothing: ${inWords(row)}.`)
  }
}
