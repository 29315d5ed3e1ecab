import type { Observation, Via } from './observation.ts'

/** Where a code was met: an app, or a page without one, in which calls are made that no app should make. */
export type Where = 'app' | 'bare-page'

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
  /** Since when observations counted, in ms of `Date.now()`. */
  readonly since?: number
  /** What the page's alerts said when the code was there; absent where it showed none. */
  readonly shown?: string
  readonly where?: Where
}

/** Words that the SDK was heard to say where it gives no code, in a test. Whoever waits for them adds it to `zego.wordClaims`. */
export interface WordClaim {
  readonly words: string
  readonly passed: boolean
  /** When it was settled, in ms of `Date.now()`. */
  readonly at: number
  readonly observation?: Observation
}

/**
 * One `toReact`: that what the page shows is the reaction to this very code. The matcher adds it to `zego.reactionClaims`,
 * whether it passed or not.
 */
export interface ReactionClaim {
  readonly code: number
  readonly where: Where
  readonly passed: boolean
  /** When it was settled, in ms of `Date.now()`. */
  readonly at: number
  /** What the page showed: message, advice, names of the actions. */
  readonly shown?: string
}

/**
 * One recovery from a code, asserted by its end and never by the click. Whoever asserts it adds it to
 * `zego.recoveryClaims`, whether it passed or not.
 */
export interface RecoveryClaim {
  readonly code: number
  readonly where: Where
  readonly passed: boolean
  /** When it was settled, in ms of `Date.now()`. */
  readonly at: number
  /** What was done: the action's name in the app, or what ended the fault, such as `Try again` or `device.plug`. */
  readonly by: string
  /** What the cloud or the SDK showed at its end, such as `guest received the message`. */
  readonly end: string
}
