/** Requests of the room service whose refusal the SDK hands on as it is, if the number is a large one. */
export const forcible = [
  'LoginRoomReq',
  'EnterRoomReq',
  'HbReq',
  'SendImReq',
  'SendBigImReq',
  'SignalLiveCustomReq',
  'SetTransReq',
] as const

/** A request by whose answer a code can be forced. */
export type ForcibleRequest = (typeof forcible)[number]

const lowest = 1_000_000
const highest = 1_000_000_000
/** Answers to a heartbeat by these numbers make the SDK log in again or wait, and tell nobody. */
const swallowedByHeartbeat = [1_102_001, 1_100_002, 1_100_003]

/** @throws {RangeError} when the SDK would not hand this number on from the answer to this request */
export function checkForcible(code: number, request: ForcibleRequest): void {
  if (!forcible.includes(request))
    throw new TypeError(
      `No code can be forced by the answer to ${request}. Possible are ${forcible.join(', ')}.`,
    )
  if (!Number.isInteger(code) || code < lowest || code > highest)
    throw new RangeError(
      `${code} cannot be forced: the SDK hands on whole numbers from ${lowest} to ${highest}, and translates others. ` +
        'To see what it makes of a server code, use faults.signaling.answer(request, reply.code(…)).',
    )
  if (request === 'HbReq' && swallowedByHeartbeat.includes(code))
    throw new RangeError(
      `${code} cannot be forced by a heartbeat, because the SDK does not report it there. Use LoginRoomReq.`,
    )
}
