import type { Tunnel, TunnelClient } from '../accesshub/tunnel.ts'
import type { Desk } from '../exchange/desk.ts'
import { Refusal } from '../exchange/refusal.ts'
import type { Media } from './media/media.ts'
import { NetworkPath } from './media/network-path.ts'
import type { PeerFactory } from './media/peer.ts'
import { type Role, Session } from './session.ts'
import { action, denied } from './signaling/denial.ts'
import { MediaTunnel } from './signaling/media-tunnel.ts'
import { result } from './signaling/result.ts'
import type { RelayServer } from './signaling/turn.ts'
import { Stream } from './stream.ts'

export interface GatewayOptions {
  /** Makes the gateway's ends of media sessions: `weriftPeers` in Node, `pagePeers` in a page. */
  createPeer: PeerFactory
  /** The address clients are told they have. */
  clientIp: () => string
  /** Whether low-latency live streaming is offered. */
  l3: () => boolean
  /** Whether a client's token has run out. */
  isLapsed: (token: string) => boolean
  /** Whether a user's token is for publishing that stream. */
  mayPublish: (userId: string, streamId: string) => boolean
  /** Whether the `streamParams` that a client publishes or plays with are accepted. */
  acceptsParams: (streamParams: string) => boolean
  /** Whether the project has that template for transcoding. */
  hasTemplate: (id: number) => boolean
  /** Whether somebody else publishes that stream in a room of the user's. */
  isTaken: (userId: string, streamId: string) => boolean
  /** Nodes clients are told of, `ip:port`. They connect to none of them: signaling has its tunnel, media its candidate. */
  nodes: readonly string[]
  /** Seconds until a client asks for nodes anew. */
  nodesTtl: number
  /** The TURN server clients are told of. They reach the gateway without one, so there is none unless a test opens it. */
  relay?: RelayServer | undefined
  /** `gw_version`. From 0x04000100 on, the SDK puts most of what it says into peer commands. */
  version: number
}

/** Which sessions are looked for. */
export interface Matching {
  readonly role?: Role
  readonly stream?: string
  readonly user?: string
  /** Those whose media goes through it. */
  readonly path?: NetworkPath
}

/** What a client asks a session for. */
export interface WantedSession {
  readonly role: Role
  readonly streamId: string
  readonly userId: string
  /** Credentials of the stream: `strAuthParam` of the request, the option `streamParams` of the SDK. */
  readonly streamParams: string
  /** The template to transcode by: `trans_codec_id` of the request, the option `codecTemplateID` of the SDK. */
  readonly template?: number
}

/** How sessions of a forbidden stream are closed: 1003025 for the publisher, 1004025 for players. */
const forbidden = { err: denied.publishForbidden, action: action.stop }

const defaults = {
  clientIp: () => '127.0.0.1',
  l3: () => true,
  isLapsed: () => false,
  mayPublish: () => true,
  acceptsParams: () => true,
  hasTemplate: () => true,
  isTaken: () => false,
  nodes: ['127.0.0.1:8000'],
  nodesTtl: 600,
  version: 0x040000ff,
}

/** The media gateway of one cloud: sessions, streams, and the media between them. Each test has its own. */
export class Gateway {
  /** Where requests are answered; the other services of the cloud share it. */
  /** @internal */
  readonly desk: Desk
  /** @internal */
  readonly options: GatewayOptions
  /** Sessions that are not over, by number. */
  readonly sessions: ReadonlyMap<number, Session>
  /** Streams anybody published or tried to play, by ID. */
  readonly streams: ReadonlyMap<string, Stream>
  /** The network between the gateway and all clients that came with no path of their own. */
  readonly path = new NetworkPath()
  readonly #forbidden = new Set<string>()
  readonly #sessions = new Map<number, Session>()
  readonly #streams = new Map<string, Stream>()
  readonly #clients = new Set<MediaTunnel>()
  readonly #closing = new Set<Promise<void>>()
  #lastSession = 0

  constructor(desk: Desk, options: Pick<GatewayOptions, 'createPeer'> & Partial<GatewayOptions>) {
    this.desk = desk
    this.options = { ...defaults, ...options }
    this.sessions = this.#sessions
    this.streams = this.#streams
  }

  /** Takes a tunnel of service 18 or 19 in. @internal */
  open(tunnel: Tunnel): TunnelClient {
    const client = new MediaTunnel(this, tunnel)
    this.#clients.add(client)
    return client
  }

  /** A client's tunnel is gone. @internal */
  forget(client: MediaTunnel): void {
    this.#clients.delete(client)
  }

  /** The stream of that ID; made on first use. */
  stream(id: string): Stream {
    let stream = this.#streams.get(id)
    if (!stream) {
      stream = new Stream(id)
      this.#streams.set(id, stream)
    }
    return stream
  }

  /** Sessions that match all that is given, the newest last. */
  find({ role, stream, user, path }: Matching = {}): Session[] {
    return [...this.#sessions.values()].filter(
      (session) =>
        (role === undefined || session.role === role) &&
        (stream === undefined || session.stream.id === stream) &&
        (user === undefined || session.userId === user) &&
        (path === undefined || session.path === path),
    )
  }

  /**
   * Begins a session of a client.
   *
   * @throws {Refusal} when it may not, or wants to play what nobody publishes
   * @internal
   */
  createSession(client: MediaTunnel, wanted: WantedSession): Session {
    const { role, streamId, userId, streamParams, template } = wanted
    if (role !== 'probe' && !this.options.acceptsParams(streamParams))
      throw new Refusal(
        role === 'publisher' ? result.publishAuthFailed : result.playAuthFailed,
        `The streamParams of ${userId} for ${streamId} are not accepted`,
      )
    if (template && !this.options.hasTemplate(template))
      throw new Refusal(result.invalidTranscoding, `The project has no transcoding template ${template}`)
    const stream = this.stream(streamId)
    const isTaken = role === 'publisher' && this.options.isTaken(userId, streamId)
    if (role === 'publisher') {
      if (!this.options.mayPublish(userId, streamId))
        throw new Refusal(
          result.publishAuthFailed,
          `The token of ${userId} is not for publishing ${streamId}`,
        )
      if (!isTaken) this.#replacePublisher(stream, userId)
    }
    const media = role === 'probe' ? this.#anyMedia() : stream.media
    if (role !== 'publisher' && !media)
      throw new Refusal(result.streamNotFound, `Nobody publishes ${streamId}`)
    const peer = this.options.createPeer(
      media && role !== 'publisher' ? { role: 'player', media } : { role: 'publisher' },
      client.path,
    )
    this.#lastSession += 1
    const session = new Session({ id: this.#lastSession, role, stream, userId, peer, client, isTaken })
    this.#sessions.set(session.id, session)
    session.closed.then(() => this.#end(session))
    peer.connected.then(() => this.#forbidden.has(streamId) && session.deny(forbidden))
    return session
  }

  /**
   * Publishes media that no client sends: a virtual stream. A client that publishes under that ID is told to stop.
   *
   * @returns ends it
   */
  publish(streamId: string, media: Media, userId: string): () => void {
    const publisher = { userId }
    const stream = this.stream(streamId)
    this.#replacePublisher(stream, userId)
    stream.publish(publisher, media)
    return () => {
      stream.unpublish(publisher)
      media.close()
    }
  }

  /** The operator forbids a stream: whoever publishes or plays it is stopped, now and later, until it is resumed. */
  forbid(streamId: string): void {
    this.#forbidden.add(streamId)
    for (const session of this.find({ stream: streamId })) session.deny(forbidden)
  }

  /** The operator allows a stream again. Clients that were stopped do not come back by themselves. */
  resume(streamId: string): void {
    this.#forbidden.delete(streamId)
  }

  /** Declares every session of every client void, as a gateway that was restarted does. The SDK makes new ones. */
  reset(reason = 0): void {
    for (const client of this.#clients) client.resetSessions(undefined, reason)
    for (const session of this.#sessions.values()) this.#track(session.close())
  }

  /** Ends every session; resolves when no socket and no timer is left. */
  async close(): Promise<void> {
    for (const { media } of this.#streams.values()) media?.close()
    for (const session of this.#sessions.values()) this.#track(session.close())
    await Promise.all(this.#closing)
  }

  /** What a probe is sent: it measures the way, and names a stream that nobody publishes. */
  #anyMedia(): Media | undefined {
    return [...this.#streams.values()].find(({ media }) => media)?.media
  }

  /** A stream has one publisher: a client that comes back replaces itself, anybody else is told to stop. */
  #replacePublisher(stream: Stream, userId: string): void {
    for (const earlier of this.find({ role: 'publisher', stream: stream.id })) {
      if (earlier.userId === userId) this.#track(earlier.close())
      else earlier.deny({ err: denied.newPublisher, action: action.stop })
    }
  }

  #end(session: Session): void {
    this.#sessions.delete(session.id)
    this.#track(session.close())
  }

  #track(closing: Promise<void>): void {
    this.#closing.add(closing)
    closing.finally(() => this.#closing.delete(closing))
  }
}
