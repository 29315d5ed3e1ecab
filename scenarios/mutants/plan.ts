import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

/** What runs side by side: each scenario once. */
export interface Round {
  /** Ms that an assertion waits, on a machine as fast as the reference. */
  readonly patience: number
  /** By scenario, the names of the mutants that are on. */
  readonly scenarios: Readonly<Record<string, readonly string[]>>
}

/** What a run of mutants is told: its rounds, by name. */
export type Plan = Readonly<Record<string, Round>>

/** Path of the plan; set by `npm run mutants` alone. The only place where a test asks whether anything is mutated. */
const path = process.env.ZEGO_MUTANTS

/** The plan of this run; nothing in any other run. */
export const plan: Plan | undefined = path ? JSON.parse(readFileSync(path, 'utf8')) : undefined

/** A scenario as the ledger names it. */
export const idOf = (root: string, file: string, titles: readonly string[]): string =>
  [relative(root, file).replaceAll('\\', '/'), ...titles].join(' › ')

/** What is turned on for a mutant that is one in a certain scenario alone, as `fault device.plug in scenarios/…`. */
export const switchOf = (mutant: string): string => mutant.replace(/ in scenarios\/.*$/, '')

let now: readonly string[] = []
const killed = new Set<string>()

/** The mutants of the running test. */
export const running = {
  /** A test begins with these. */
  begin(names: readonly string[]): void {
    now = names
    killed.clear()
  },
  has: (name: string): boolean => now.includes(name),
  /** Those of the reaction to a code. */
  ofReaction: (code: number): readonly string[] =>
    now.filter((name) => name.startsWith(`reaction ${code}: `)),
  /** Whether an assertion has noticed all of these already. */
  isNoticed: (names: readonly string[]): boolean => names.every((name) => killed.has(name)),
  /** An assertion has noticed them. @returns whether nothing is left to be noticed */
  notice(names: readonly string[]): boolean {
    for (const name of names) killed.add(name)
    return now.every((name) => killed.has(name))
  },
}
