import type { Member, Room } from './room.ts'

/** A remote user made up by the test: no second page, no second browser. */
export class Participant {
  readonly room: Room
  readonly userId: string

  constructor(room: Room, member: Member) {
    this.room = room
    this.userId = member.userId
  }

  /** Sends a broadcast message; clients see `IMRecvBroadcastMessage`. */
  say(text: string): void {
    this.room.say(this.userId, text)
  }

  /** Sends a custom command to a user; its client sees `IMRecvCustomCommand`. */
  command(toUserId: string, content: string): void {
    this.room.member(toUserId).push?.custom(this.userId, content)
  }

  /** Sets a room extra info; clients see `roomExtraInfoUpdate`. */
  setExtraInfo(key: string, value: string): void {
    this.room.setExtraInfo(this.userId, key, value)
  }

  /** Announces a stream; clients see `roomStreamUpdate` ADD. It carries media once the gateway plays something into it. */
  announce(streamId: string, extraInfo = ''): void {
    this.room.addStream(this.userId, streamId, { extraInfo })
  }

  /** Leaves the room, and takes its streams along. */
  leave(): void {
    this.room.leave(this.userId)
  }
}
