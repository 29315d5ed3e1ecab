import { demandFields, demandText, demandWhole, shown } from '../exchange/demand.ts'
import type { Departure } from './events.ts'
import type { Member, Room } from './room.ts'
import { sendBarrage, sendCommand, sendOnChannel, sendTransparent } from './talk.ts'
import { deviceStatus, type Sent, type VirtualStream } from './virtual-stream.ts'

/** How a stream is published. */
export interface PublishOptions extends Sent {
  /** What others read beside the stream. Default empty. */
  readonly extraInfo?: string
}

const publishOptions = ['camera', 'microphone', 'extraInfo'] satisfies (keyof PublishOptions)[]

interface Published {
  readonly options: PublishOptions
  readonly stream: VirtualStream
}

/** A remote user made up by the test: no second page, no second browser. */
export class Participant {
  /** The room that the participant joined. */
  readonly room: Room
  /** The ID that clients see. */
  readonly userId: string
  readonly #member: Member
  readonly #published = new Map<string, Published>()
  readonly #muted = { audio: false, video: false }
  #isFrozen = false
  #isCovered = false
  /** Calls off that it is missed; there while it has vanished. */
  #vanished: (() => void) | undefined

  constructor(room: Room, member: Member) {
    this.room = room
    this.userId = member.userId
    this.#member = member
  }

  /** Sends a broadcast message; clients see `IMRecvBroadcastMessage`. */
  say(text: string): void {
    this.#demandThere()
    demandText('say', text)
    this.room.say(this.userId, text)
  }

  /** Sends a barrage message; clients see `IMRecvBarrageMessage`. */
  barrage(text: string): void {
    this.#demandThere()
    demandText('barrage', text)
    const msgTimestamp = BigInt(Date.now())
    sendBarrage(this.room, this.userId, [{ msgCategory: 1, msgType: 1, msgContent: text, msgTimestamp }])
  }

  /** Sends a custom command to a user; its client sees `IMRecvCustomCommand`. */
  command(toUserId: string, content: string): void {
    this.#demandThere()
    demandText('command', content)
    const { userId } = this.room.member(toUserId)
    sendCommand(this.room, this.#member, { to: userId, content })
  }

  /**
   * Sends a transparent message; clients see `recvRoomTransparentMessage`.
   *
   * @param to user IDs; everybody else by default
   * @throws when one of them is not in the room
   */
  transparent(text: string, to: readonly string[] = []): void {
    this.#demandThere()
    demandText('transparent', text)
    for (const userId of to) this.room.member(userId)
    sendTransparent(this.room, this.userId, { msgData: text, to })
  }

  /**
   * Sends a message on a channel of the room, as AI agents do; clients that registered for it see
   * `onRecvRoomChannelMessage` of the experimental API.
   */
  sendOnChannel(text: string, { channelType = 0, msgType = 0 } = {}): void {
    this.#demandThere()
    demandText('sendOnChannel', text)
    demandWhole('channelType', channelType)
    demandWhole('msgType', msgType)
    sendOnChannel(this.room, this.userId, { channelType, msgType, msgContent: text })
  }

  /** Sets a room extra info; clients see `roomExtraInfoUpdate`. */
  setExtraInfo(key: string, value: string): void {
    this.#demandThere()
    demandText('setExtraInfo', key)
    demandText('setExtraInfo', value)
    this.room.setExtraInfo(this.userId, key, value)
  }

  /**
   * Publishes a stream recorded from a fake device; clients see `roomStreamUpdate` ADD and can play it.
   *
   * @throws {TypeError} when the options are a text, as the extra info was before 0.2
   * @throws when somebody is live with that stream ID in the room, be it this person; or this person is not in it any more
   * @example await bob.publish('sound-only', { camera: false })
   */
  async publish(streamId: string, options: PublishOptions = {}): Promise<void> {
    if (typeof options === 'string')
      throw new TypeError(
        `publish takes options: publish('${streamId}', { extraInfo: ${JSON.stringify(options)} }).`,
      )
    demandFields('publish', options, publishOptions)
    this.#demandFree(streamId)
    const stream = await this.room.needs.publishMedia(streamId, this.userId, options)
    const published = { options, stream }
    this.#published.set(streamId, published)
    this.#apply(published)
    if (this.#isCovered) stream.cover(true)
    const { camera, microphone } = options
    if (camera === false || microphone === false || this.#muted.video || this.#muted.audio)
      this.#tell(published)
    this.room.addStream(this.userId, streamId, { extraInfo: options.extraInfo ?? '' })
  }

  /** Ends a published stream; clients see `roomStreamUpdate` DELETE. @throws when this person is not live with it */
  unpublish(streamId: string): void {
    if (this.room.streams.get(streamId)?.idName !== this.userId || !this.#isIn)
      throw new Error(`${this.userId} is not live with ${shown(streamId)} in room ${this.room.id}.`)
    this.room.removeStream(streamId)
    this.#end(streamId)
  }

  /**
   * Announces a stream; clients see `roomStreamUpdate` ADD. Nobody publishes it, so playing it finds nothing.
   *
   * @throws as `publish` does
   */
  announce(streamId: string, extraInfo = ''): void {
    this.#demandFree(streamId)
    this.room.addStream(this.userId, streamId, { extraInfo })
  }

  /** Switches the microphone off, or on again: no sound of any stream, and who plays one sees `remoteMicStatusUpdate`. */
  muteMicrophone(muted = true): void {
    this.#mute('audio', muted)
  }

  /** Switches the camera off, or on again: no pictures, and who plays a stream sees `remoteCameraStatusUpdate`. */
  muteCamera(muted = true): void {
    this.#mute('video', muted)
  }

  /** The pictures stand still, or move again; the sound goes on, and nobody is told. */
  freeze(frozen = true): void {
    this.#isFrozen = frozen
    this.#applyToAll()
  }

  /** The camera has a cover on it, or not any more: the pictures go on, and are black. Nobody is told. */
  coverCamera(covered = true): void {
    this.#isCovered = covered
    for (const { stream } of this.#published.values()) stream.cover(covered)
  }

  /**
   * Falls silent, as a device without battery: no packet comes any more, and nobody is told. Once the room misses it, after
   * 100 s of the cloud's clock (`cloudConfiguration.absenceTimeout`), clients see it and its streams go.
   *
   * @throws when it is out of the room
   */
  vanish(): void {
    if (this.#vanished) return
    this.#demandThere()
    this.#vanished = this.room.needs.whenMissed(() => this.#go('heartbeat-timeout'))
    this.#applyToAll()
  }

  /**
   * Comes back after it has vanished: its streams flow on; where it was missed meanwhile, it comes in again and publishes them
   * again (ADD). Whoever is there as the same user by then is put out.
   */
  async comeBack(): Promise<void> {
    if (!this.#vanished) return
    this.#vanished()
    this.#vanished = undefined
    this.#applyToAll()
    if (this.#isIn) return
    // Who has come in as the same user meanwhile is put out, as by any other login.
    if (this.room.members.has(this.userId)) this.room.kick(this.userId, 'logged-in-elsewhere')
    this.room.enter(this.#member)
    const before = [...this.#published]
    this.#published.clear()
    for (const [streamId, { options }] of before) await this.publish(streamId, options)
  }

  /** Leaves the room, and takes its streams along. Whoever has come in as the same user by now stays. */
  leave(): void {
    this.#vanished?.()
    this.#vanished = undefined
    this.#go()
    this.#published.clear()
  }

  /** Whether the seat is still its own. */
  get #isIn(): boolean {
    return this.room.members.get(this.userId) === this.#member
  }

  /** Nobody gets anything of its streams any more: it is out of the room. @internal */
  endMedia(): void {
    for (const { stream } of this.#published.values()) stream.end()
    if (!this.#vanished) this.#published.clear()
  }

  #go(why?: Departure): void {
    if (this.#isIn) this.room.leave(this.userId, why)
  }

  /** @throws when it can say nothing in the room */
  #demandThere(): void {
    if (this.#isIn && !this.#vanished) return
    const why = this.#vanished
      ? `${this.userId} has vanished, and does nothing: await comeBack() before.`
      : `${this.userId} is out of room ${this.room.id} by now: join it again before.`
    throw new Error(why)
  }

  /** @throws when it cannot be live with a stream of that ID */
  #demandFree(streamId: string): void {
    this.#demandThere()
    demandText('publish', streamId)
    const by = this.room.streams.get(streamId)?.idName
    const isOnlyAnnounced = by === this.userId && !this.#published.has(streamId)
    if (by !== undefined && !isOnlyAnnounced)
      throw new Error(`${by} is live with ${streamId} in room ${this.room.id}: choose another stream ID.`)
  }

  #end(streamId: string): void {
    this.#published.get(streamId)?.stream.end()
    this.#published.delete(streamId)
  }

  #mute(kind: 'audio' | 'video', muted: boolean): void {
    this.#muted[kind] = muted
    this.#applyToAll()
    for (const published of this.#published.values()) this.#tell(published)
  }

  #applyToAll(): void {
    for (const published of this.#published.values()) this.#apply(published)
  }

  #apply({ stream }: Published): void {
    const isThere = this.#vanished === undefined
    stream.send('audio', isThere && !this.#muted.audio)
    stream.send('video', isThere && !this.#muted.video && !this.#isFrozen)
  }

  #tell({ stream, options: { camera = true, microphone = true } }: Published): void {
    const status = (isThere: boolean, muted: boolean) =>
      isThere ? deviceStatus[muted ? 'muted' : 'on'] : deviceStatus.none
    stream.tell({
      micStatus: status(microphone, this.#muted.audio),
      cameraStatus: status(camera, this.#muted.video),
    })
  }
}
