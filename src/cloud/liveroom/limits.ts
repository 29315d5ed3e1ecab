/** Rooms one client may hold: its main room and one more. */
const ROOMS = 2
/** Keys of extra info one room may have. */
const KEYS = 1

/**
 * Whether a client may enter one more room.
 *
 * @returns the server code of a refusal (`EnterRoomRsp.rsp_head.code` 5022 surfaces as 1002037), or 0
 */
export function roomsRefusal(held: Iterable<string>, wanted: string): number {
  return new Set([...held, wanted]).size > ROOMS ? 5022 : 0
}

/**
 * Whether a room may get this key of extra info.
 *
 * @returns the server code of a refusal (`SetTransRsp.rsp_head.code` 1015 surfaces as 1002017), or 0
 */
export function keysRefusal(held: Iterable<string>, wanted: string): number {
  return new Set([...held, wanted]).size > KEYS ? 1015 : 0
}
