import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { numberMutants } from '../../scenarios/mutants/numbers.ts'
import { isOfPush } from '../../scenarios/mutants/pushes.ts'
import { codes } from '../../src/codes/index.ts'
import { builtApp } from '../../test-app/built.ts'
import { mutantsFile } from '../../test-app/mutants/plugin.ts'
import { read, tableMutants } from '../../test-app/mutants/table.ts'
import { reactionTo } from '../../test-app/src/reactions.ts'
import { type Mutant, type Passed, touching } from './mutant.ts'

/** Which places of mutants each scenario was seen to come to. */
export type Met = Readonly<Record<string, readonly string[]>>

/** Every row of the reaction table, got wrong in every way. */
export function rowMutants(ledger: Passed): Mutant[] {
  return tableMutants(
    codes.map(({ code }) => code),
    reactionTo,
  ).map((name) => {
    const mutant = read(name)
    const scenarios = touching(ledger, ({ reactions }) =>
      reactions.some(
        ({ code, shown }) => code === mutant?.code && (mutant.way === 'words' || !isRetrying(shown)),
      ),
    )
    return { name, scenarios, shares: true }
  })
}

/** While the SDK is retrying, the app says what happened, and neither how bad it is nor what to do. */
const isRetrying = (shown: string | null) => shown?.includes('Trying again by itself') ?? false

/**
 * Every place of the app that runs an action, reports a problem or listens to the SDK, every number by which the cloud
 * says what is wrong, and every field of what it says unasked.
 *
 * @param remembered names of mutants that an earlier run judged: those of fields are known once a scenario comes there
 */
export async function siteMutants(ledger: Passed, met: Met, remembered: Iterable<string>): Promise<Mutant[]> {
  const file = join(await builtApp({ mutants: true }), mutantsFile)
  const names: string[] = JSON.parse(readFileSync(file, 'utf8'))
  const pushes = new Set([...Object.values(met).flat(), ...remembered].filter(isOfPush))
  return [...names, ...numberMutants, ...[...pushes].sort()].map((name) => ({
    name,
    // Every run tells of more places. Who comes to most of a module is about it, where others pass by on their way.
    get scenarios() {
      const placesBeside = (id: string) =>
        (met[id] ?? []).filter((place) => moduleOf(place) === moduleOf(name)).length
      return touching(ledger, ({ id }) => met[id]?.includes(name) ?? false).toSorted(
        (a, b) => placesBeside(b) - placesBeside(a),
      )
    },
    shares: false,
  }))
}

/** Whether what the mutant changes is known to be touched only once a scenario was seen to come there. */
export const isPlace = (name: string) => /^(handler|report|listener|number|push) /.test(name)

/** `room` of `listener roomStateChanged of room`; nothing of a number. */
const moduleOf = (place: string) => / of ([\w-]+)(?: \(\d+\))?$/.exec(place)?.[1]

/**
 * Scenarios that have to run once without any mutant, so that it is known to which places they come: a person presses
 * buttons in each, and the cloud says its numbers.
 */
export function toBeLookedAt(ledger: Passed, met: Met): readonly string[] {
  return touching(ledger, ({ id }) => !met[id])
}
