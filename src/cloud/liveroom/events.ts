import { type KickReason, kickName } from './kickout.ts'
import type { Member, Room, Stream } from './room.ts'

/** Why somebody is no longer in a room, or a stream has ended; `unknown` where a client was put out by a number without a name. */
export type Departure =
  | 'left'
  | 'heartbeat-timeout'
  | 'by-server'
  | 'token-expired'
  | 'logged-in-elsewhere'
  | 'unknown'

/** What happens in a room, for the app's own back end to hear of. */
export type RoomEvent =
  | { readonly kind: 'login'; readonly room: Room; readonly member: Member; readonly isBack: boolean }
  | { readonly kind: 'logout'; readonly room: Room; readonly member: Member; readonly why: Departure }
  | { readonly kind: 'stream-created'; readonly room: Room; readonly stream: Stream }
  | {
      readonly kind: 'stream-closed'
      readonly room: Room
      readonly stream: Stream
      readonly why: Departure
    }

/** Why whoever is kicked is gone. */
export const departureBy = (reason: KickReason): Departure => kickName(reason) ?? 'unknown'

/** Why a stream ended (`PushStreamInfo.close_type`); the SDK says so in `roomStreamUpdate`. */
export const closeType = (why: Departure): number => (why === 'heartbeat-timeout' ? 1 : 0)
