import { read } from '../../test-app/mutants/table.ts'
import type { Mutant } from './mutant.ts'
import type { Run } from './reporter.ts'
import type { Attempt } from './rounds.ts'

/**
 * A mutant that one scenario does not notice is shown to two more, then to four, and so on: few are needed for most, and who
 * passes by a place outnumbers by far who is about it. After so many rounds it counts as a survivor.
 */
const rounds = 6

/** What became of every mutant so far. */
export class Verdicts {
  readonly #mutants: Mutant[] = []
  readonly #killed = new Map<string, string>()
  readonly #tried = new Map<string, string[]>()
  /** Scenarios that failed with several on, and did not say because of which. */
  readonly #unclear = new Map<string, string[]>()

  /** Those that are known by now, and that are not among them yet. */
  add(mutants: readonly Mutant[]): void {
    const names = new Set(this.#mutants.map(({ name }) => name))
    this.#mutants.push(...mutants.filter(({ name }) => !names.has(name)))
  }

  /** What is to be tried next; nothing once every mutant is judged. */
  next(): readonly Attempt[] {
    return this.#mutants.flatMap((mutant): Attempt[] => {
      const { name, scenarios } = mutant
      if (this.#killed.has(name)) return []
      const unclear = this.#unclear.get(name) ?? []
      if (unclear.length > 0) return unclear.map((scenario) => ({ mutant, scenario, alone: true }))
      const tried = this.#tried.get(name) ?? []
      const next = scenarios.slice(0, 2 ** rounds - 1).filter((each) => !tried.includes(each))
      return next.slice(0, tried.length + 1).map((scenario) => ({ mutant, scenario, alone: false }))
    })
  }

  /** Takes in how a scenario went with these mutants on. @returns those that it noticed */
  take(run: Run, names: readonly string[]): readonly string[] {
    const noticed = names.filter((name) => isNoticed(name, run, names.length === 1))
    for (const name of noticed) this.#killed.set(name, run.scenario)
    for (const name of names) {
      if (!noticed.includes(name) && run.status !== 'passed' && names.length > 1)
        this.#unclear.set(name, [...(this.#unclear.get(name) ?? []), run.scenario])
      else this.giveUp(name, run.scenario)
    }
    return noticed
  }

  /** A scenario that has been tried with this mutant, or never came to run, is not tried again. */
  giveUp(name: string, scenario: string): void {
    const unclear = this.#unclear.get(name) ?? []
    this.#unclear.set(
      name,
      unclear.filter((each) => each !== scenario),
    )
    this.#tried.set(name, [...(this.#tried.get(name) ?? []), scenario])
  }

  /** By name, the scenario that noticed it. */
  get killed(): ReadonlyMap<string, string> {
    return this.#killed
  }

  /** Mutants that were on, and that nobody noticed. */
  get survivors(): readonly { readonly name: string; readonly tried: readonly string[] }[] {
    return this.#mutants.flatMap(({ name }) => {
      const tried = this.#tried.get(name) ?? []
      return tried.length > 0 && !this.#killed.has(name) ? [{ name, tried }] : []
    })
  }

  /** Mutants that no scenario touches. */
  get untouched(): readonly Mutant[] {
    return this.#mutants.filter(({ scenarios }) => scenarios.length === 0)
  }
}

/** A row is noticed by the assertion of its own code; whatever else fails says something where only one mutant is on. */
function isNoticed(name: string, { missed, status }: Run, isAlone: boolean): boolean {
  const code = read(name)?.code
  if (code !== undefined && missed.includes(code)) return true
  return isAlone && (status === 'failed' || status === 'timedOut')
}
