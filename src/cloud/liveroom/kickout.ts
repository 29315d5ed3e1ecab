/** Why a user is put out of a room, by the numbers of `PushUserKickout.kickout_reason`. */
const reasons = {
  /** The same user ID logged in on another device. Surfaces as 1002050. */
  'logged-in-elsewhere': 1,
  /** The app's own back end asked for it. Surfaces as 1002055. */
  'by-server': 2,
  /** The token ran out. Surfaces as 1102018. */
  'token-expired': 4,
} as const

/** A named reason, or any number, as a future server may send one. */
export type KickReason = keyof typeof reasons | number

/** The name of a reason; nothing for a number that has none. */
export const kickName = (reason: KickReason): keyof typeof reasons | undefined =>
  (Object.keys(reasons) as (keyof typeof reasons)[]).find((name) => reasons[name] === kickNumber(reason))

export function kickNumber(reason: KickReason): number {
  const number = typeof reason === 'number' ? reason : reasons[reason]
  if (Number.isInteger(number) && number >= 0 && number < 2 ** 31) return number
  throw new RangeError(
    `No such reason to kick: ${String(reason)}. Use ${Object.keys(reasons).join(', ')} or a number.`,
  )
}
