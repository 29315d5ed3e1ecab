import { Refusal } from '../exchange/refusal.ts'

/**
 * Numbers by which the service refuses (`code` of an answer), and the code that the module makes of each. Others become
 * 1017010 for an order, 1017048 for lyrics, 1017049 for a pitch line, 1017099 for a shared song, 1017009 for the module's own
 * token, and nothing for a command: sendExtendedRequest then says 0.
 */
export const refused = {
  /** 1017040; as `ret.code` 1017000 */
  parameter: 4,
  /** 1017099, as 6, 10 and 100000 */
  internal: 5,
  /** 1017041, as 40002 */
  appId: 10_000,
  /** 1017042, as 10006 */
  billingMode: 10_001,
  /** 1017043 */
  unreasonable: 10_002,
  /** 1017044 */
  shareTokenExpired: 10_003,
  /** 1017045 */
  shareToken: 10_005,
  /** 1017046 */
  krcToken: 10_007,
  /** 1017047 */
  krcTokenExpired: 10_008,
  /** 1017048 */
  noLyrics: 10_009,
  /** 1017050 */
  notShared: 10_011,
  /** 1017051 */
  sharesUsedUp: 10_012,
  /** 1017052 */
  vendorNotAvailable: 10_013,
  /** 1017053 */
  vendorWithoutFunction: 10_014,
  /** 1017071 */
  vendor: 40_001,
  /** 1017073 */
  masterMissing: 40_003,
  /** 1017072 */
  noSuchSong: 40_004,
  /** 1017074 */
  page: 40_005,
  /** 1017075 */
  noPitch: 40_006,
  /** 1017076 */
  scene: 40_007,
  /** 1017077 */
  chart: 40_008,
  /** 1017097 */
  busy: 100_002,
} as const

/** A reason by its name. */
export type Reason = keyof typeof refused

/** Why an order is answered, and nothing handed out (`data.status`). */
export const status = {
  given: 0,
  /** 1017030 */
  unlicensed: 1,
  /** 1017031 */
  listenOnly: 2,
  /** 1017032 */
  noMonthlyPlan: 3,
  /** 1017033 */
  noAccompaniment: 4,
} as const

/** Refuses a call, in the service's own words for the reason. @throws {Refusal} always */
export function refuse(reason: Reason): never {
  throw new Refusal(refused[reason], reason)
}
