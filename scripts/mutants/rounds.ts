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

/** Rounds in which every scenario runs once at most; the first are the fullest. */
export function planOf(jobs: readonly Job[]): Plan {
  const rounds: Record<string, readonly string[]>[] = []
  for (const { scenario, mutants } of jobs) {
    const free = rounds.find((round) => !round[scenario])
    if (free) free[scenario] = mutants
    else rounds.push({ [scenario]: mutants })
  }
  return Object.fromEntries(rounds.map((round, at) => [String(at + 1), round]))
}
