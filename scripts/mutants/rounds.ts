import type { Plan } from '../../scenarios/mutants/plan.ts'
import type { Mutant } from './mutant.ts'

/** One scenario and the mutants that are on while it runs. */
export interface Job {
  readonly scenario: string
  readonly mutants: readonly string[]
}

/** What is next to be tried with a mutant: a scenario, and whether no other mutant may be on. */
export interface Attempt {
  readonly mutant: Mutant
  readonly scenario: string
  readonly alone: boolean
}

/**
 * Puts mutants that may be on together into one run of their scenario: rows of the reaction table, one way for each code,
 * because each `toReact` says which code it missed.
 *
 * @param setting what two mutants of one run must not have in common, such as the code that both are about
 */
export function jobsFor(attempts: readonly Attempt[], setting: (name: string) => string): readonly Job[] {
  const jobs: { scenario: string; mutants: string[]; open: boolean }[] = []
  for (const { mutant, scenario, alone } of attempts) {
    const shares = mutant.shares && !alone
    const isFree = (mutants: readonly string[]) =>
      !mutants.some((name) => setting(name) === setting(mutant.name))
    const job = shares && jobs.find((job) => job.open && job.scenario === scenario && isFree(job.mutants))
    if (job) job.mutants.push(mutant.name)
    else jobs.push({ scenario, mutants: [mutant.name], open: shares })
  }
  return jobs.map(({ scenario, mutants }) => ({ scenario, mutants }))
}

/** Ms that assertions wait: no mutant is waited for as long as for what is only slow. */
const patiences = [2_000, 4_000, 8_000, 15_000, 30_000] as const

/** What an assertion of a scenario may wait for: no part of it took longer than all of it did. */
export function patienceFor(durationMs: number): number {
  return patiences.find((patience) => durationMs <= patience) ?? patiences[4]
}

/**
 * Rounds in which every scenario runs once at most, and whose scenarios wait equally long: the longest come first, so that
 * none is left to run alone.
 */
export function planOf(jobs: readonly Job[], patienceOf: (scenario: string) => number): Plan {
  const rounds: { patience: number; scenarios: Record<string, readonly string[]> }[] = []
  for (const { scenario, mutants } of jobs) {
    const patience = patienceOf(scenario)
    const free = rounds.find((round) => round.patience === patience && !round.scenarios[scenario])
    if (free) free.scenarios[scenario] = mutants
    else rounds.push({ patience, scenarios: { [scenario]: mutants } })
  }
  const ordered = rounds.toSorted((a, b) => b.patience - a.patience)
  return Object.fromEntries(ordered.map((round, at) => [String(at + 1), round]))
}
