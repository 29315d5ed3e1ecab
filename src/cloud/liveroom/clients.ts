import type { Tunnel } from '../accesshub/tunnel.ts'
import type { Clock } from '../clock.ts'
import type { Seat } from './seat.ts'

/**
 * One client of the room service: one engine of one page. It outlives its links, because the SDK names its session when
 * it connects again (`LoginRoomReq.switch_session_id`).
 */
export interface Client {
  readonly session: bigint
  readonly userId: string
  /** Where it is, by room ID. */
  readonly seats: Map<string, Seat>
  /** Whether another client of the same user has taken its place. */
  isReplaced: boolean
  /** Whether it was silent for so long that its seats were taken away. */
  isMissed: boolean
  /** The tunnel that it speaks through, while there is one; open, it may be dead all the same. */
  tunnel?: { readonly isPassable: boolean } | undefined
  /** As the tunnel's, or that of the last one. */
  path?: Tunnel['path']
  /** The token it showed last. */
  token?: string
  /** Calls off what happens when a token runs out, by ID of the room that it was shown for. */
  readonly keepIn: Map<string, () => void>
  /** When something came from it last: by the cloud's clock, and by the machine's. */
  heard: { at: number; readonly really: number }
}

interface Needs {
  readonly clock: Clock
  /** How long a client may be silent, in ms. */
  readonly absenceTimeout: () => number
  /** Told of a client that is gone without a goodbye, with the streams it had in its rooms. */
  readonly onGone: (client: Client, streams: readonly string[]) => void
}

/** The clients of one cloud: which is whose, which takes whose place, and which has not been heard of for too long. */
export class Clients {
  readonly #needs: Needs
  readonly #clients = new Map<bigint, Client>()
  readonly #missing = new Map<Client, () => void>()
  #lastSession = 0n

  constructor(needs: Needs) {
    this.#needs = needs
    needs.clock.onAdvance((ms) => {
      for (const client of this.#clients.values()) if (this.#isThere(client)) client.heard.at += ms
    })
  }

  /** The client that has a session; nothing when there is none of that number, or it is another user's. */
  find(session: bigint, userId: string): Client | undefined {
    const client = this.#clients.get(session)
    return client?.userId === userId ? client : undefined
  }

  /** A client that logs in for the first time. */
  create(userId: string): Client {
    this.#lastSession += 1n
    const session = this.#lastSession
    const client: Client = {
      session,
      userId,
      seats: new Map(),
      keepIn: new Map(),
      isReplaced: false,
      isMissed: false,
      heard: { at: 0, really: 0 },
    }
    this.#clients.set(session, client)
    return client
  }

  /** The token that a user showed last; nothing, when none was. */
  tokenOf(userId: string): string | undefined {
    return [...this.#clients.values()].findLast((client) => client.userId === userId && !client.isReplaced)
      ?.token
  }

  /** A client shows a token that is good for a room. Where a time is given, it is put out of it then, unless it shows another. */
  noteToken(client: Client, token: string, { roomId, seconds }: { roomId: string; seconds?: number }): void {
    client.keepIn.get(roomId)?.()
    client.keepIn.delete(roomId)
    client.token = token
    if (seconds === undefined) return
    const putOut = () => {
      for (const { room, userId } of held(client))
        if (room.id === roomId) room.kick(userId, 'token-expired', { judgedBy: 'state' })
    }
    client.keepIn.set(roomId, this.#needs.clock.after(seconds * 1_000, putOut))
  }

  /** A client is let in: every other client of the same user is put out of its rooms, wherever they are. */
  letIn(client: Client, tunnel: NonNullable<Client['tunnel']>): void {
    client.isReplaced = false
    client.isMissed = false
    client.tunnel = tunnel
    this.hear(client)
    for (const other of this.#clients.values())
      if (other !== client && other.userId === client.userId && !other.isReplaced) this.#replace(other)
  }

  /** Something came from a client: it is there for as long again. */
  hear(client: Client): void {
    client.heard = { at: this.#needs.clock.now(), really: Date.now() }
    if (!this.#missing.has(client) && !client.isReplaced && !client.isMissed)
      this.#watch(client, this.#needs.absenceTimeout())
  }

  #replace(client: Client): void {
    client.isReplaced = true
    this.#forget(client)
    const streams = streamsOf(client)
    for (const { room, userId } of held(client)) {
      room.kick(userId, 'logged-in-elsewhere', { judgedBy: 'clients' })
    }
    if (!client.tunnel) this.#needs.onGone(client, streams)
    client.seats.clear()
  }

  #watch(client: Client, ms: number): void {
    this.#missing.set(
      client,
      this.#needs.clock.after(ms, () => {
        if (this.#isThere(client)) return this.#watch(client, this.#needs.absenceTimeout())
        const left = client.heard.at + this.#needs.absenceTimeout() - this.#needs.clock.now()
        if (left > 0) return this.#watch(client, left)
        this.#miss(client)
      }),
    )
  }

  /** In time that only the cloud's clock passed, nothing could come from a client whose link is sound. */
  #isThere({ tunnel, heard }: Client): boolean {
    return tunnel?.isPassable === true && Date.now() - heard.really < this.#needs.absenceTimeout()
  }

  /** What the service does after the documented 100 s: the others hear of it, the client does not. */
  #miss(client: Client): void {
    this.#missing.delete(client)
    client.isMissed = true
    const streams = streamsOf(client)
    for (const { room, userId } of held(client)) room.leave(userId, 'heartbeat-timeout')
    this.#needs.onGone(client, streams)
  }

  #forget(client: Client): void {
    this.#missing.get(client)?.()
    this.#missing.delete(client)
  }
}

/** The seats that are still the client's own: somebody else may have them by now. */
const held = ({ seats }: Client): Seat[] => [...seats.values()].filter(isHeld)

/** Whether the client still has its seat. */
export const isHeld = ({ room, userId, push }: Seat): boolean => room.members.get(userId)?.push === push

const streamsOf = (client: Client): string[] =>
  held(client).flatMap(({ room, userId }) => room.streamsOf(userId))
