import type { Claim, WordClaim } from '../../observe/claim.ts'
import type { Scenario } from '../run/ran.ts'
import type { RunRecord } from '../run/record.ts'
import { type Situation, situationAt, wasForced } from './situation.ts'

/** A claim that a test made of a code, with the situation it was made in. */
export interface Proof {
  readonly claim: Claim
  readonly situation: Situation
}

/** That a code stays away, and what came in its place. */
export interface Absence extends Proof {
  readonly instead: Claim | WordClaim
}

/** Whether an app can see what arrives there. The console is for developers, telemetry goes to ZEGO. */
const isPublic = ({ observation }: Claim): boolean =>
  ['api', 'event', 'pageerror'].includes(observation?.channel ?? '')

/**
 * The claims of a test that a code surfaces, each in a situation that was really made.
 *
 * @param where `public` leaves out what no app can see
 */
export function sightings(
  code: number,
  record: RunRecord,
  where: 'public' | 'any' = 'any',
): readonly Proof[] {
  if (wasForced(code, record)) return []
  const found = positive(record).filter(
    (claim) => claim.code === code && (where === 'any' || isPublic(claim)),
  )
  return found.flatMap((claim) => prove(claim, seenAt(claim), record))
}

/** The claims of a test that a code stays away in a situation that was really made, and what came instead. */
export function absences(code: number, record: RunRecord): readonly Absence[] {
  if (wasForced(code, record)) return []
  const stayedAway = record.claims.filter((claim) => claim.code === code && claim.negated && claim.passed)
  return stayedAway.flatMap((claim) =>
    prove(claim, claim.at, record).flatMap((proof) => {
      const codes = positive(record).filter(
        (other) => (other.code !== code || !isSame(other, claim)) && !wasForced(other.code, record),
      )
      const words = record.words?.filter(({ passed }) => passed) ?? []
      const instead = [...words, ...codes].findLast((other) => situationAt(record, seenAt(other)))
      return instead ? [{ ...proof, instead }] : []
    }),
  )
}

/** What holds in every run of a scenario that passed, as its first run shows it; nothing where one run lacks it. */
export function inEveryRun<Found>(
  { outcome, runs }: Scenario,
  find: (record: RunRecord) => readonly Found[],
): readonly Found[] {
  if (outcome !== 'passed') return []
  const found = runs.map(({ record }) => (record?.injection === 'on' ? find(record) : []))
  return found.every((each) => each.length > 0) ? (found[0] ?? []) : []
}

const positive = ({ claims }: RunRecord) => claims.filter(({ negated, passed }) => passed && !negated)

const seenAt = ({ observation, at }: Claim | WordClaim): number => observation?.at ?? at

/** Whether a claim that the code stays away is of the very channel on which another claim found it. */
const isSame = (found: Claim, away: Claim): boolean => away.via === undefined || found.via === away.via

function prove(claim: Claim, at: number, record: RunRecord): readonly Proof[] {
  const before = record.claims.filter((other) => other.at < claim.at && other.code !== claim.code).at(-1)
  const situation = situationAt(record, at, before?.at)
  return situation ? [{ claim, situation }] : []
}
