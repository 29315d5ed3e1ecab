import type { Member, Room } from './room.ts'

/** A remote user made up by the test: no second page, no second browser. */
export class Participant {
  readonly room: Room
  readonly userId: string
  readonly #member: Member
  /** What ends the media of each published stream. */
  readonly #media = new Map<string, () => void>()

  constructor(room: Room, member: Member) {
    this.room = room
    this.userId = member.userId
    this.#member = member
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

  /**
   * Publishes a stream with pictures and sound, recorded from a fake device; clients see `roomStreamUpdate` ADD and can
   * play it.
   */
  async publish(streamId: string, extraInfo = ''): Promise<void> {
    const stop = await this.room.publishMedia(streamId, this.userId)
    this.#media.set(streamId, stop)
    this.announce(streamId, extraInfo)
  }

  /** Ends a published stream; clients see `roomStreamUpdate` DELETE. */
  unpublish(streamId: string): void {
    this.room.removeStream(streamId)
    this.#media.get(streamId)?.()
    this.#media.delete(streamId)
  }

  /** Announces a stream; clients see `roomStreamUpdate` ADD. Nobody publishes it, so playing it finds nothing. */
  announce(streamId: string, extraInfo = ''): void {
    this.room.addStream(this.userId, streamId, { extraInfo })
  }

  /** Leaves the room, and takes its streams along. Whoever has come in as the same user by now stays. */
  leave(): void {
    for (const streamId of [...this.#media.keys()]) this.unpublish(streamId)
    if (this.room.members.get(this.userId) === this.#member) this.room.leave(this.userId)
  }
}
