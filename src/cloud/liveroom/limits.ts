import { Refusal } from '../exchange/refusal.ts'
import type { Room } from './room.ts'

/** Rooms one client may hold: its main room and one more. */
const ROOMS = 2
/** Keys of extra info one room may have. */
const KEYS = 1

/**
 * @throws {Refusal} unless a room may have that user besides those who are in it. 1105 surfaces as 1002034, but is passed over
 *   while the SDK reconnects.
 */
export function demandPlace({ members, capacity }: Room, userId: string, usual: number): void {
  if (members.has(userId) || members.size < (capacity ?? usual)) return
  throw new Refusal(1105, 'the room is full')
}

/** @throws {Refusal} unless a client may enter that room besides those it holds. 5022 surfaces as 1002037, 1016 as 1002036. */
export function demandFewRooms(held: Iterable<string>, wanted: string, multiRoom: boolean): void {
  const rooms = new Set([...held, wanted]).size
  if (rooms > 1 && !multiRoom) throw new Refusal(1016, 'several rooms are not enabled for this app')
  if (rooms > ROOMS) throw new Refusal(5022, 'too many rooms')
}

/** @throws {Refusal} unless a room may have that key of extra info besides those it has. 1015 surfaces as 1002017. */
export function demandFewKeys(held: Iterable<string>, wanted: string): void {
  if (new Set([...held, wanted]).size > KEYS) throw new Refusal(1015, 'too many keys')
}
