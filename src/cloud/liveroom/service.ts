import type { CloudConfiguration } from '../accesshub/configuration.ts'
import type { Clock } from '../clock.ts'
import type { TokenJudge } from '../token-judge.ts'
import type { Clients } from './clients.ts'
import type { Room } from './room.ts'

/** What the room service of one cloud is made of, for the tunnels that lead to it. */
export interface RoomService {
  readonly clients: Clients
  readonly tokens: TokenJudge
  readonly clock: Clock
  readonly configuration: CloudConfiguration
  /** The room of that ID; made on first use. */
  room(id: string): Room
}
