import type { CallbackEvent } from '../accesshub/configuration.ts'
import type { Departure, RoomEvent } from '../liveroom/events.ts'
import type { Member, Room } from '../liveroom/room.ts'

/** What the app's back end is told, but for the signature: every value is a text, as ZEGO sends it. */
export interface CallbackBody {
  /** What happened. */
  readonly event: CallbackEvent
  /** Where. */
  readonly room_id: string
  readonly [field: string]: string
}

/** `reason` of `room_logout`; where the documentation has none, there is none. */
const logoutReasons: Partial<Record<Departure, number>> = {
  left: 0,
  'heartbeat-timeout': 1,
  'by-server': 3,
  'token-expired': 4,
}

/** `type` of `stream_close`; where the documentation has none, there is none. */
const closeTypes: Partial<Record<Departure, number>> = {
  left: 0,
  'heartbeat-timeout': 1,
  'logged-in-elsewhere': 2,
  'by-server': 3,
}

/** The service's term for a client that is a web page. */
const web = 6
/** Of a client that shows a token of version 04. */
const token04 = 4

/** Remembers of rooms and people what callbacks say and rooms do not: since when they are there, and by which numbers. */
export class CallbackBodies {
  readonly #now: () => number
  readonly #rooms = new Map<string, number>()
  readonly #stays = new WeakMap<Member, { readonly session: string; readonly since: number }>()
  #last = 0

  /** @param now ms since 1970 */
  constructor(now: () => number) {
    this.#now = now
  }

  /** To be called for every event, in their order. */
  of(happened: RoomEvent): CallbackBody {
    const { room } = happened
    const session = this.#sessionOf(room)
    if (room.members.size === 0) this.#rooms.delete(room.id)
    if (happened.kind === 'login' || happened.kind === 'logout') return this.#ofMember(happened, session)
    const { stream } = happened
    const about = {
      ...(appIdOf(room) !== undefined && { appid: `${appIdOf(room)}` }),
      room_id: room.id,
      room_session_id: session,
      user_id: stream.idName,
      user_name: stream.nickName,
      channel_id: room.id,
      stream_id: stream.streamId,
      stream_alias: stream.streamId,
      stream_sid: stream.streamSid,
      stream_seq: `${room.seq.stream}`,
      create_time_ms: `${stream.createTime}`,
    }
    if (happened.kind === 'stream-closed')
      return {
        event: 'stream_close',
        ...about,
        ...numbered('type', closeTypes[happened.why]),
        destroy_timemillis: `${this.#now()}`,
      }
    return {
      event: 'stream_create',
      ...about,
      title: stream.title,
      create_time: `${Math.floor(Number(stream.createTime) / 1_000)}`,
      extra_info: stream.extraInfo,
      recreate: '0',
      publish_id: stream.idName,
      publish_name: stream.nickName,
    }
  }

  #ofMember(happened: RoomEvent & { readonly kind: 'login' | 'logout' }, roomSeq: string): CallbackBody {
    const { room, member } = happened
    const stay = this.#stayOf(member)
    const appId = member.appId ?? appIdOf(room)
    const about = {
      ...(appId !== undefined && { appid: `${appId}` }),
      room_id: room.id,
      room_seq: roomSeq,
      user_account: member.userId,
      user_nickname: member.userName,
      session_id: stay.session,
      login_time: `${stay.since}`,
      user_update_seq: `${room.seq.user}`,
    }
    if (happened.kind === 'logout') {
      this.#stays.delete(member)
      return {
        event: 'room_logout',
        ...about,
        logout_time: `${this.#now()}`,
        ...numbered('reason', logoutReasons[happened.why]),
      }
    }
    return {
      event: 'room_login',
      ...about,
      relogin: happened.isBack ? '1' : '0',
      callback_data: '',
      ...(member.client && { auth_level: `${token04}`, term_type: `${web}` }),
    }
  }

  /** A room is another one once everybody had left it. */
  #sessionOf({ id }: Room): string {
    const known = this.#rooms.get(id) ?? this.#next()
    this.#rooms.set(id, known)
    return `${known}`
  }

  #stayOf(member: Member) {
    const stay = this.#stays.get(member) ?? {
      session: `${member.client?.session ?? this.#next()}`,
      since: this.#now(),
    }
    this.#stays.set(member, stay)
    return stay
  }

  #next(): number {
    this.#last += 1
    return this.#last
  }
}

/** That of any client in it: one room is of one app. */
const appIdOf = ({ members }: Room): number | undefined =>
  [...members.values()].find(({ appId }) => appId !== undefined)?.appId

const numbered = (name: string, number: number | undefined) =>
  number === undefined ? {} : { [name]: `${number}` }
