import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mutant } from './mutant.ts'

/** What the last runs found out: who killed whom, so that the next one asks that scenario first. Committed. */
export interface Killers {
  /** Mutants that no scenario touched. */
  readonly untouched: readonly string[]
  /** By scenario: ms that its assertions may wait, and the mutants that it killed. */
  readonly scenarios: Readonly<
    Record<string, { readonly patience: number; readonly kills: readonly string[] }>
  >
}

/** Nobody knows anything yet. */
export const none: Killers = { untouched: [], scenarios: {} }

const file = join(import.meta.dirname, 'killers.json')

/** The committed file. */
export const readKillers = (): Killers => JSON.parse(readFileSync(file, 'utf8'))

/** Writes the file, sorted, so that a difference is what changed. */
export function writeKillers({ untouched, scenarios }: Killers): void {
  const sorted = Object.entries(scenarios)
    .filter(([, { kills }]) => kills.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { patience, kills }]) => [id, { patience, kills: [...kills].sort() }])
  const killers = { untouched: [...untouched].sort(), scenarios: Object.fromEntries(sorted) }
  writeFileSync(file, `${JSON.stringify(killers, undefined, 2)}\n`)
}

/** By mutant, the scenario that killed it last. */
export function killersByMutant({ scenarios }: Killers): ReadonlyMap<string, string> {
  return new Map(Object.entries(scenarios).flatMap(([id, { kills }]) => kills.map((name) => [name, id])))
}

/** The same mutant, shown first to who killed it last. */
export function shownFirstTo(killer: string | undefined, mutant: Mutant): Mutant {
  if (killer === undefined) return mutant
  const { name, shares } = mutant
  return {
    name,
    shares,
    get scenarios() {
      return [killer, ...mutant.scenarios.filter((id) => id !== killer)]
    },
  }
}

/**
 * The same killers after another run: what it judged replaces what was known of it.
 *
 * @param killed who was killed by whom
 * @param survivors names of those that nobody noticed
 * @param untouched names of those that no scenario touches
 * @param patienceOf ms that assertions of a scenario may wait
 */
export function after(
  known: Killers,
  killed: ReadonlyMap<string, string>,
  survivors: readonly string[],
  untouched: readonly string[],
  patienceOf: (scenario: string) => number,
): Killers {
  const judged = new Set([...killed.keys(), ...survivors, ...untouched])
  const kills = new Map(
    Object.entries(known.scenarios).map(([id, { kills }]) => [id, kills.filter((name) => !judged.has(name))]),
  )
  for (const [name, id] of killed) kills.set(id, [...(kills.get(id) ?? []), name])
  return {
    untouched: [...known.untouched.filter((name) => !judged.has(name)), ...untouched],
    scenarios: Object.fromEntries(
      [...kills].map(([id, kills]) => [
        id,
        { patience: known.scenarios[id]?.patience ?? patienceOf(id), kills },
      ]),
    ),
  }
}
