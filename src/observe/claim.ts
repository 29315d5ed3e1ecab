import type { Observation, Via } from './observation.ts'

/** One `toSurface` or `.not.toSurface` of a test. */
export interface Claim {
  readonly code: number
  readonly via?: Via
  /** Whether it was `.not.toSurface`. */
  readonly negated: boolean
  readonly passed: boolean
  /** When it was settled, in ms of `Date.now()`. */
  readonly at: number
  /** What settled it. */
  readonly observation?: Observation
}
