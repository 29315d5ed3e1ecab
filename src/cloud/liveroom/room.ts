import type { Tunnel } from '../accesshub/tunnel.ts'
import { demandText, demandWhole } from '../exchange/demand.ts'
import type { Judge } from '../exchange/journal.ts'
import { closeType, type Departure, departureBy, type RoomEvent } from './events.ts'
import { type KickReason, kickNumber } from './kickout.ts'
import { Participant } from './participant.ts'
import type { Push } from './pushes.ts'
import type { PublishMedia } from './virtual-stream.ts'

/** Someone in a room: a client of the cloud, or a participant the test made up. */
export interface Member {
  readonly userId: string
  readonly userName: string
  /** How to reach the client; absent for a virtual participant. */
  readonly push?: Push
  /** Whose seat it is: a client that connects again is the same one; absent for a virtual participant. */
  readonly client?: {
    isReplaced: boolean
    readonly path?: Tunnel['path']
    readonly session?: bigint
    readonly tunnel?: { readonly isPassable: boolean } | undefined
  }
  /** Of the app that a client logged in with; absent for a virtual participant. */
  readonly appId?: number
  /** Told that it is out of the room, whoever decided that. */
  readonly onGone?: () => void
}

/** What the others are told of a stream. */
type StreamPush = 'StreamAdded' | 'StreamDeleted' | 'StreamUpdated'

/** A stream announced in a room, by the fields of `StreamInfo` that clients read. */
export interface Stream {
  readonly streamId: string
  readonly streamSid: string
  readonly streamNid: number
  readonly idName: string
  readonly nickName: string
  readonly title: string
  readonly createTime: bigint
  extraInfo: string
  streamVer: number
}

/** A stream by the fields of every message that tells of one: that of a login calls the title otherwise than the others. */
export const inMessage = (stream: Stream) => ({ ...stream, streamTitle: stream.title })

export interface ExtraInfo {
  readonly value: string
  readonly seq: number
  readonly setBy: string
  /** What whoever set it is called. */
  readonly setByName: string
  readonly at: number
}

/** How somebody is put out of a room. */
export interface KickOptions {
  /** What the client is told beside the reason. */
  readonly message?: string
  /** Whether the client shall log in again by itself; then it is no kick-out but a lost connection. */
  readonly relogin?: boolean
  /** Who decided it, where it is not a test that says so. */
  readonly judgedBy?: Judge
}

/** What a room needs of its cloud for those whom a test makes up. */
export interface RoomNeeds {
  /** Their media. */
  readonly publishMedia: PublishMedia
  /** Rings once a client that says nothing any more is missed (100 s). @returns calls it off */
  readonly whenMissed: (ring: () => void) => () => void
  /** Told of who comes and goes, and of streams. */
  readonly onEvent?: (happened: RoomEvent) => void
}

/** One room of the cloud: what a server knows of it, and the strings a test can pull. */
export class Room {
  /** The ID that clients log in with. */
  readonly id: string
  /** Who is in it, by user ID. */
  readonly members = new Map<string, Member>()
  /** The streams announced in it, by stream ID. */
  readonly streams = new Map<string, Stream>()
  /** The members that are clients: a crowd costs them nothing. */
  readonly #told = new Map<string, Push>()
  /** Its extra info, by key. */
  readonly extraInfo = new Map<string, ExtraInfo>()
  /** Sequence numbers by which clients notice what they missed. */
  readonly seq = { user: 1, stream: 1, extraInfo: 0, message: 0 }
  #capacity: number | undefined
  #streamNumber = 0
  /** How many came in crowds so far. */
  #inCrowds = 0

  /** @internal */
  readonly needs: RoomNeeds

  constructor(id: string, needs: RoomNeeds) {
    this.id = id
    this.needs = needs
  }

  /** How many users it may have; where it says nothing, `cloudConfiguration.roomCapacity` does. */
  get capacity(): number | undefined {
    return this.#capacity
  }

  /** @throws {RangeError} for what is no number of users */
  set capacity(users: number | undefined) {
    if (users !== undefined && users !== Number.POSITIVE_INFINITY) demandWhole('capacity', users)
    this.#capacity = users
  }

  /**
   * A remote user comes in; clients see `roomUserUpdate`.
   *
   * @throws when that user ID is in the room already; a second device of the same user is `loginElsewhere`
   */
  join(userId: string, userName = userId): Participant {
    if (this.members.has(userId)) {
      throw new Error(
        `${userId} is already in room ${this.id}. Choose another user ID, or use loginElsewhere('${userId}').`,
      )
    }
    demandText('join', userId)
    const member: Member = { userId, userName, onGone: () => participant.endMedia() }
    const participant = new Participant(this, member)
    this.enter(member)
    return participant
  }

  /**
   * Many remote users come in at once, the first of them live.
   *
   * @param size how many
   * @param publishing how many of them publish a stream of their own, named after them: `crowd-1-stream`
   * @returns them, in order: `crowd-1`, `crowd-2`, …; those of a second crowd go on from there
   * @throws {RangeError} when that many cannot be, or more are to publish than come
   * @example await cloud.room('room-1').crowd(200, { publishing: 50 })
   */
  async crowd(size: number, { publishing = 0 }: { publishing?: number } = {}): Promise<Participant[]> {
    if (!Number.isInteger(size) || size < 1 || size > 10_000)
      throw new RangeError(`A crowd is a whole number of people from 1 to 10000, not ${size}.`)
    if (!Number.isInteger(publishing) || publishing < 0 || publishing > size)
      throw new RangeError(`Of a crowd of ${size}, from 0 to ${size} publish, not ${publishing}.`)
    const first = this.#inCrowds + 1
    this.#inCrowds += size
    const people = Array.from({ length: size }, (_, at) => this.join(`crowd-${first + at}`))
    await Promise.all(people.slice(0, publishing).map((each) => each.publish(`${each.userId}-stream`)))
    return people
  }

  /** The same user logs in on another device: the client here is kicked out (1002050), as the real service does. */
  loginElsewhere(userId: string): Participant {
    this.kick(userId, 'logged-in-elsewhere')
    return this.join(userId)
  }

  /** Puts a user out of the room, as the service or the app's own back end does. */
  kick(userId: string, reason: KickReason = 'by-server', options: KickOptions = {}): void {
    const { message = '', relogin = false, judgedBy } = options
    const member = this.member(userId)
    const kickoutReason = kickNumber(reason)
    const isElsewhere = kickoutReason === kickNumber('logged-in-elsewhere')
    if (member.client && isElsewhere && !relogin) member.client.isReplaced = true
    if (relogin) return member.push?.kickLink({ reason: kickoutReason, message, isNeedRelogin: 1 })
    member.push?.('PushUserKickout', { idName: userId, kickoutReason, customReason: message }, judgedBy)
    this.leave(userId, departureBy(reason))
  }

  /**
   * Has a client stop what it publishes, for its token has run out (`PushUserTokenExpire.stop_stream_info`): it stays in the room.
   *
   * @returns the IDs of its streams
   */
  stopStreams(userId: string): readonly string[] {
    const streamIdList = this.streamsOf(userId)
    this.member(userId).push?.('PushUserTokenExpire', { stopStreamInfo: { streamIdList } })
    return streamIdList
  }

  /** A broadcast message from a participant, client or virtual. */
  say(userId: string, text: string): void {
    const { userName } = this.member(userId)
    this.sayAs({ userId, userName }, text)
  }

  /**
   * A broadcast message in the name of somebody, who need not be in the room, and does not hear it.
   *
   * @param category 1: of the system, 2: chat; by the SDK always 1
   * @returns its ID
   */
  sayAs({ userId, userName }: Pick<Member, 'userId' | 'userName'>, text: string, category = 1): number {
    const msgId = BigInt(++this.seq.message)
    this.broadcast(userId, 'PushIm', {
      serverMsgId: msgId,
      retMsgId: msgId,
      msgList: [
        {
          idName: userId,
          nickName: userName,
          role: 0,
          msgId,
          msgCategory: category,
          msgType: 1,
          msgContent: text,
          sendTime: now(),
        },
      ],
    })
    return Number(msgId)
  }

  /** @throws when nobody of that user ID is in the room */
  member(userId: string): Member {
    const member = this.members.get(userId)
    if (member) return member
    const inside = [...this.members.keys()].join(', ') || 'nobody'
    throw new Error(`${userId} is not in room ${this.id}; in it: ${inside}.`)
  }

  /**
   * Adds a member and tells the others. A client that connects again replaces itself silently; anybody else of that user
   * ID is gone first, with the streams.
   *
   * @internal
   */
  enter(member: Member): void {
    const known = this.members.get(member.userId)
    const isBack = known && known.client === member.client
    if (!isBack) this.leave(member.userId, 'logged-in-elsewhere')
    this.members.set(member.userId, member)
    if (member.push) this.#told.set(member.userId, member.push)
    if (!isBack) this.#announceUser(member, 1)
    this.needs.onEvent?.({ kind: 'login', room: this, member, isBack: isBack ?? false })
  }

  /**
   * Removes a member with its streams, and tells the others. Unknown users are ignored.
   *
   * @param why as the app's back end hears it, and clients by `PushStreamInfo.close_type`
   * @internal
   */
  leave(userId: string, why: Departure = 'left'): void {
    const member = this.members.get(userId)
    if (!member) return
    for (const streamId of this.streamsOf(userId)) this.removeStream(streamId, why)
    this.members.delete(userId)
    this.#told.delete(userId)
    member.onGone?.()
    this.#announceUser(member, 2)
    this.needs.onEvent?.({ kind: 'logout', room: this, member, why })
  }

  /** The IDs of the streams that a user has announced. */
  streamsOf(userId: string): string[] {
    return [...this.streams.values()].flatMap(({ idName, streamId }) => (idName === userId ? streamId : []))
  }

  /** Announces a stream of a member; the others see `roomStreamUpdate` ADD. @throws when that user is not in the room */
  addStream(userId: string, streamId: string, { title = '', extraInfo = '' } = {}): Stream {
    const { userName } = this.member(userId)
    const number = ++this.#streamNumber
    const stream: Stream = {
      streamId,
      streamSid: `${this.id}-s${number}`,
      streamNid: number,
      idName: userId,
      nickName: userName,
      title,
      createTime: now(),
      extraInfo,
      streamVer: 1,
    }
    this.streams.set(streamId, stream)
    this.#announceStream(stream, 'StreamAdded')
    this.needs.onEvent?.({ kind: 'stream-created', room: this, stream })
    return stream
  }

  /** Whether somebody else in here has a stream of that ID. */
  isTaken(streamId: string, userId: string): boolean {
    const stream = this.streams.get(streamId)
    return stream !== undefined && stream.idName !== userId
  }

  /** Changes the extra info of a stream; clients see `streamExtraInfoUpdate`. Unknown streams are ignored. */
  updateStream(streamId: string, extraInfo: string): void {
    const stream = this.streams.get(streamId)
    if (!stream) return
    stream.extraInfo = extraInfo
    stream.streamVer += 1
    this.#announceStream(stream, 'StreamUpdated')
  }

  /** Takes a stream out; clients see `roomStreamUpdate` DELETE. Unknown streams are ignored. */
  removeStream(streamId: string, why: Departure = 'left'): void {
    const stream = this.streams.get(streamId)
    if (!stream) return
    this.streams.delete(streamId)
    this.#announceStream(stream, 'StreamDeleted', closeType(why))
    this.needs.onEvent?.({ kind: 'stream-closed', room: this, stream, why })
  }

  /** Sets an extra info of the room, and tells the others. @returns its sequence number @throws when that user is not in the room */
  setExtraInfo(userId: string, key: string, value: string): number {
    const { userName } = this.member(userId)
    const seq = ++this.seq.extraInfo
    this.extraInfo.set(key, { value, seq, setBy: userId, setByName: userName, at: Date.now() })
    this.broadcast(userId, 'PushTrans', {
      idName: userId,
      nickName: userName,
      transType: key,
      transData: value,
      transSeq: seq,
      transSendTime: now(),
      transChannel: 'clt',
      transListSeq: seq,
    })
    return seq
  }

  /** Pushes to every client in the room but the one it came from. */
  broadcast: (from: string, ...push: Parameters<Push>) => void = (from, ...push) => {
    for (const [userId, tell] of this.#told) if (userId !== from) tell(...push)
  }

  #announceUser(member: Member, action: 1 | 2): void {
    this.seq.user += 1
    const { userId: idName, userName: nickName } = member
    this.broadcast(idName, 'PushUserInfoUpdated', {
      serverUserSeq: BigInt(this.seq.user),
      userActionList: [{ action, idName, nickName, role: 0, loginTime: now() }],
    })
  }

  #announceStream(stream: Stream, what: StreamPush, closed = 0): void {
    this.seq.stream += 1
    this.broadcast(stream.idName, what, {
      streamSeq: this.seq.stream,
      streamInfoList: [{ ...inMessage(stream), closeType: closed }],
    })
  }
}

const now = () => BigInt(Date.now())
