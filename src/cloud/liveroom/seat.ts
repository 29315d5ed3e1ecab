import type { Push } from './pushes.ts'
import type { Room } from './room.ts'

/** One client in one room. */
export interface Seat {
  readonly room: Room
  readonly userId: string
  /** The number that stands for this seat in every packet header; chosen by the cloud, never 0. */
  readonly contextKey: number
  readonly push: Push
}
