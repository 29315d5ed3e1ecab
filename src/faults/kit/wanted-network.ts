import { shown } from '../../cloud/exchange/demand.ts'
import { type Conditions, checkConditions } from '../../cloud/gateway/media/conditions.ts'
import type { Direction, Way } from '../../cloud/gateway/media/network-path.ts'
import { inMs } from './duration.ts'
import {
  type NetworkPhase,
  type NetworkProfile,
  type NetworkProfileName,
  networkProfiles,
} from './network-profiles.ts'

/** What a network is to be: a profile by its name or of one's own, or conditions that stay. */
export type WantedNetwork = NetworkProfileName | NetworkProfile | Conditions

const directions: Readonly<Record<Direction, readonly Way[]>> = {
  up: ['up'],
  down: ['down'],
  both: ['up', 'down'],
}

/** @throws {TypeError} for another word */
export function waysOf(direction: Direction): readonly Way[] {
  if (Object.hasOwn(directions, direction)) return directions[direction]
  throw new TypeError(`A direction is one of ${Object.keys(directions).join(', ')}, not ${direction}`)
}

/**
 * The profile that is meant.
 *
 * @throws {TypeError} for a name or condition that there is not, a duration that is none, or a profile that says nothing
 * @throws {RangeError} for a number that no link has
 */
export function profileOf(wanted: WantedNetwork): NetworkProfile {
  const profile = typeof wanted === 'string' ? named(wanted) : isProfile(wanted) ? wanted : steady(wanted)
  checkNames('profile', profile, profileFields)
  const { phases, repeats } = profile
  if (!Array.isArray(phases) || phases.length === 0)
    throw new TypeError('A network profile has one phase at least.')
  for (const [index, phase] of phases.entries()) {
    checkNames('phase', phase, phaseFields)
    const { up = {}, down = {}, lasts }: NetworkPhase = phase
    for (const way of [up, down]) {
      if (typeof way !== 'object' || way === null)
        throw new TypeError(`A way of a network takes conditions, such as { loss: 0.05 }, not ${shown(way)}.`)
      checkConditions(way)
    }
    if (lasts !== undefined) inMs(lasts)
    else if (repeats || index < phases.length - 1)
      throw new TypeError(
        `Phase ${index + 1} of the network profile needs lasts, such as '3s': another one comes after it.`,
      )
  }
  return profile
}

const profileFields: Readonly<Record<keyof NetworkProfile, true>> = { phases: true, repeats: true }
const phaseFields: Readonly<Record<keyof NetworkPhase, true>> = {
  name: true,
  lasts: true,
  up: true,
  down: true,
}

/** @throws {TypeError} for a word that says nothing: what was meant by it would be healthy */
function checkNames(what: string, given: object | null, known: object): void {
  const unknown = Object.keys(given ?? { null: null }).filter((name) => !Object.hasOwn(known, name))
  if (unknown.length === 0) return
  throw new TypeError(
    `A ${what} of a network has no ${unknown.join(', ')}. It has: ${Object.keys(known).join(', ')}.`,
  )
}

const isProfile = (wanted: NetworkProfile | Conditions): wanted is NetworkProfile =>
  typeof wanted === 'object' && wanted !== null && 'phases' in wanted

function named(name: string): NetworkProfile {
  if (Object.hasOwn(networkProfiles, name)) return networkProfiles[name as NetworkProfileName]
  throw new TypeError(
    `There is no network profile named ${name}. There are: ${Object.keys(networkProfiles).join(', ')}.`,
  )
}

function steady(conditions: Conditions): NetworkProfile {
  if (Object.keys(conditions ?? {}).length > 0) return { phases: [{ up: conditions, down: conditions }] }
  throw new TypeError('network.shape needs a condition, such as { loss: 0.05 }, or the name of a profile.')
}
