import type { Room } from './room.ts'

/** Rooms one client may hold: its main room and one more. */
const ROOMS = 2
/** Keys of extra info one room may have. */
const KEYS = 1

/**
 * Whether a room may have one more user. Who is in it already is not counted twice.
 *
 * @returns the server code of a refusal (1105 surfaces as 1002034, but is passed over while the SDK reconnects), or 0
 */
export function capacityRefusal({ members, capacity }: Room, userId: string, usual: number): number {
  return members.has(userId) || members.size < (capacity ?? usual) ? 0 : 1105
}

/**
 * Whether a client may enter one more room.
 *
 * @returns the server code of a refusal (`EnterRoomRsp.rsp_head.code` 5022 surfaces as 1002037, 1016 as 1002036), or 0
 */
export function roomsRefusal(held: Iterable<string>, wanted: string, multiRoom: boolean): number {
  const rooms = new Set([...held, wanted]).size
  if (rooms > 1 && !multiRoom) return 1016
  return rooms > ROOMS ? 5022 : 0
}

/**
 * Whether a room may get this key of extra info.
 *
 * @returns the server code of a refusal (`SetTransRsp.rsp_head.code` 1015 surfaces as 1002017), or 0
 */
export function keysRefusal(held: Iterable<string>, wanted: string): number {
  return new Set([...held, wanted]).size > KEYS ? 1015 : 0
}
