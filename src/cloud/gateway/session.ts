import type { Media } from './media/media.ts'
import type { NetworkPath } from './media/network-path.ts'
import type { Peer } from './media/peer.ts'
import type { PushOf } from './signaling/answers.ts'
import type { Command, CommandName } from './signaling/commands.ts'
import { type Denial, errorInfo, reason as reasons } from './signaling/denial.ts'
import type { MediaTunnel } from './signaling/media-tunnel.ts'
import type { PushName } from './signaling/messages.ts'
import type { Stream } from './stream.ts'

/** `type` of the requests that create a session, by value. A probe measures the way to a node and plays nothing visible. */
export const roles = ['publisher', 'player', 'probe'] as const
export type Role = (typeof roles)[number]

/** What a session is made of. */
export interface SessionParts {
  readonly id: number
  readonly role: Role
  readonly stream: Stream
  readonly userId: string
  readonly peer: Peer
  readonly client: MediaTunnel
  /** Somebody else in the room has the stream: the room will refuse it, and until then nobody gets what is sent. */
  readonly isTaken?: boolean
}

/** One media session of a client: it publishes or plays one stream over one peer. */
export class Session {
  readonly id: number
  readonly role: Role
  readonly stream: Stream
  readonly userId: string
  readonly peer: Peer
  /** Proves the session when the client's tunnel was lost and it logs in anew. */
  readonly token: string
  /** Resolves once the session is over, whoever ended it. */
  readonly closed: Promise<void>
  #client: MediaTunnel
  #plays: Media | undefined
  readonly #isTaken: boolean
  #isConnected = false
  #isClosed = false
  #closed: () => void = () => {}

  constructor({ id, role, stream, userId, peer, client, isTaken = false }: SessionParts) {
    this.id = id
    this.role = role
    this.stream = stream
    this.userId = userId
    this.peer = peer
    this.token = `session-${id}`
    this.#client = client
    this.#isTaken = isTaken
    this.closed = new Promise((resolve) => {
      this.#closed = resolve
    })
    if (role !== 'publisher') {
      this.#plays = stream.media
      stream.players.add(this)
    }
    peer.connected.then(() => this.#welcome())
    peer.over.then(() => this.close())
  }

  /** The number of the peer in the messages that name one. */
  get peerId(): number {
    return this.id
  }

  /** What the client's media goes through, on the way to the peer. */
  get path(): NetworkPath {
    return this.#client.path
  }

  /** Whether its client hears now what it is told. */
  get isHeard(): boolean {
    return this.#client.isPassable
  }

  /** Whether media can flow: ICE and DTLS were done once, and the session is not over. */
  get isConnected(): boolean {
    return this.#isConnected && !this.#isClosed
  }

  /** What a player gets now. */
  get plays(): Media | undefined {
    return this.#plays
  }

  /** The client logged in through another tunnel: from now on it is spoken to there. */
  attach(client: MediaTunnel): void {
    this.#client = client
  }

  /** Answers the client's offer. The stream exists from a publisher's first answer on. */
  async negotiate(offer: string): Promise<string> {
    const answer = await this.peer.answer(offer)
    const { media } = this.peer
    if (media && this.stream.publisher !== this && !this.#isClosed && !this.#isTaken)
      this.stream.publish(this, media)
    return answer
  }

  /** Has the player get another publisher's media. */
  play(media: Media): void {
    this.#plays = media
    this.peer.play(media)
  }

  /** Tells the client something unasked. Nothing is said after the session closed. */
  push<Name extends PushName>(name: Name, message: PushOf<Name>): void {
    if (!this.#isClosed) this.#client.push(name, message, this.id)
  }

  /** Tells the client something in a peer command (CmdPush), such as `codec_error_notify`. */
  command<Name extends CommandName>(name: Name, message: Command<Name>): void {
    if (!this.#isClosed) this.#client.command(name, message, this)
  }

  /** Closes the session from the gateway's side and tells the client why (CloseSessionPush). */
  deny(denial: Denial = {}): void {
    const reason = denial.reason ?? (this.role === 'publisher' ? reasons.publishDenied : reasons.playDenied)
    this.push('CloseSessionPush', { reason, errInfo: errorInfo(denial) })
    this.close()
  }

  /** Ends the session without a word. Resolves when its sockets and timers are gone. */
  close(): Promise<void> {
    if (!this.#isClosed) {
      this.#isClosed = true
      this.stream.unpublish(this)
      this.stream.players.delete(this)
      this.#closed()
    }
    return this.peer.close()
  }

  #welcome(): void {
    this.#isConnected = true
    this.push('ClientInfoPush', { peerId: this.peerId, clientIp: this.#client.clientIp })
    if (this.role === 'player') this.stream.welcome(this)
  }
}
