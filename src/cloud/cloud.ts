import type { RequestHandler } from 'msw'
import {
  type CloudConfiguration,
  checkConfiguration,
  cloudSettings,
  defaultConfiguration,
} from './accesshub/configuration.ts'
import { Link } from './accesshub/link.ts'
import type { Destination, Relay, Service } from './accesshub/relay.ts'
import type { Tunnel, TunnelClient } from './accesshub/tunnel.ts'
import { Cdn } from './cdn/cdn.ts'
import { requests as cdnRequests } from './cdn/messages.ts'
import type { RecordedStretch } from './cdn/muxed.ts'
import { Clock } from './clock.ts'
import type { CloudSocket, Connection } from './connection.ts'
import { ProtocolDefect } from './exchange/defect.ts'
import { demandText, shown } from './exchange/demand.ts'
import { Desk } from './exchange/desk.ts'
import { Handler } from './exchange/handler.ts'
import { Journal } from './exchange/journal.ts'
import { Gateway } from './gateway/gateway.ts'
import type { VirtualMedia } from './gateway/media/media.ts'
import type { NetworkPath } from './gateway/media/network-path.ts'
import type { PeerFactory } from './gateway/media/peer.ts'
import { httpHandlers } from './http.ts'
import { type Client, Clients } from './liveroom/clients.ts'
import { Room, type RoomNeeds } from './liveroom/room.ts'
import { RoomTunnel } from './liveroom/room-tunnel.ts'
import type { RoomService } from './liveroom/service.ts'
import type { Sent, VirtualStream } from './liveroom/virtual-stream.ts'
import { mixerCalls } from './mixer/calls.ts'
import { Mixer } from './mixer/mixer.ts'
import { fileHandlers } from './music/files.ts'
import { Music } from './music/music.ts'
import { musicService } from './music/service.ts'
import { type Listen, Server } from './server/server.ts'
import { logAddresses, logSocket, SpanSocket } from './telemetry/log-socket.ts'
import { checkToken } from './token.ts'
import { checkSecret } from './token-cipher.ts'
import { TokenJudge } from './token-judge.ts'

/** `PCUpwardMessage.service_no` of the room service, and of media signaling: real-time and low-latency live. */
const ROOMS = 17
const MEDIA = [18, 19]

/** Loads the media of a virtual stream, with what it is to have. */
export type LoadMedia = (sent?: Sent) => Promise<VirtualMedia>

/** What a cloud is made with. */
export interface CloudOptions {
  /** Makes the gateway's ends of media sessions: `weriftPeers` in Node, `pagePeers` in a page. */
  readonly createPeer?: PeerFactory
  /** Loads the media of virtual streams: `recordedMedia` in Node, `PageReplay.load` in a page. */
  readonly loadMedia?: LoadMedia
  /** Loads what the CDN hands out: `() => readRecording('H264')` in Node. */
  readonly loadRecording?: () => Promise<RecordedStretch>
  /** Opens the http address of `cloud.server`: `listenForBackEnds` in Node. */
  readonly listen?: Listen
  /** What the cloud tells its clients about itself, where it differs from the default. */
  readonly configuration?: Partial<CloudConfiguration>
}

/**
 * One mock ZEGO cloud: rooms, users, streams and everything that was said. It knows nothing of sockets or servers;
 * a door brings clients in. Every test has its own.
 */
export class Cloud {
  /** Every message that passed, decoded, in order. */
  readonly journal = new Journal()
  /** What it tells its clients about itself, and judges by; a change counts from then on. */
  readonly configuration: CloudConfiguration
  /** By it tokens run out, and silent clients are missed. */
  readonly clock = new Clock()
  /** Where media goes: sessions and streams, of clients and of virtual participants. */
  readonly gateway: Gateway
  /** The tasks that mix streams into one. */
  readonly mixer: Mixer
  /** What clients sent that the cloud does not know. A fixture fails the test when there is any. */
  readonly defects: ProtocolDefect[] = []
  /** Other products of ZEGO's that asked to be let in and were refused, such as ZIM. */
  readonly notOffered = new Set<string>()
  /** The service as the app's own back end meets it. */
  readonly server: Server
  /** Judges tokens, and knows what was wrong with them. */
  readonly tokens: TokenJudge
  readonly #rooms = new Map<string, Room>()
  readonly #clients = new Clients({
    clock: this.clock,
    absenceTimeout: () => this.configuration.absenceTimeout * 1_000,
    onGone: (client, streams) => this.#endMedia(client, streams),
  })
  readonly #links = new Set<Link>()
  readonly #desk = new Desk(this.journal, (error) => this.#report(error))
  /** Where streams are relayed to, and played from over HTTP. */
  readonly cdn: Cdn
  /** The copyrighted music service: its songs, charts and orders. */
  readonly music = new Music(this.clock, () => this.configuration.music)
  readonly #relay: Relay
  readonly #roomNeeds: RoomNeeds = {
    publishMedia: (...stream) => this.#publishVirtual(...stream),
    whenMissed: (ring) => this.clock.after(this.configuration.absenceTimeout * 1_000, ring),
    onEvent: (happened) => this.server.callbacks.tell(happened),
  }
  readonly #loadMedia: LoadMedia
  #http: RequestHandler[] = []

  constructor({
    createPeer = noPeers,
    loadMedia = noMedia,
    loadRecording = noRecording,
    listen = noListener,
    configuration = {},
  }: CloudOptions = {}) {
    this.#loadMedia = loadMedia
    checkConfiguration(configuration)
    this.configuration = { ...defaultConfiguration, ...configuration }
    const { serverSecret } = this.configuration
    if (serverSecret !== undefined) checkSecret(serverSecret)
    this.tokens = new TokenJudge(this.clock, this.configuration)
    this.mixer = new Mixer((id) => this.#isPublished(id), this.configuration)
    this.cdn = new Cdn({
      mayRelay: () => this.configuration.cdn,
      isPublished: (id) => this.#isPublished(id),
      loadRecording,
    })
    this.#relay = new Map<Destination, Service>([
      ['interface 14', cloudSettings],
      [`interface ${cdnRequests.RelayPublishCdnRequest.number}`, this.cdn.relay.call],
      ['service 16', musicService(this.music)],
      ...mixerCalls(this.mixer),
    ])
    this.gateway = new Gateway(this.#desk, {
      createPeer,
      clientIp: () => this.configuration.clientIp,
      l3: () => this.configuration.l3,
      isLapsed: (token) => this.#isLapsed(token),
      mayPublish: (user, stream) => this.#mayPublish(user, stream),
      hasTemplate: (id) => {
        const { codecTemplates } = this.configuration
        return codecTemplates === 'any' || codecTemplates.includes(id)
      },
      acceptsParams: (given) => [given, undefined].includes(this.configuration.streamParams),
      isTaken: (user, stream) =>
        this.rooms.some((room) => room.members.has(user) && room.isTaken(stream, user)),
    })
    this.server = new Server({
      desk: this.#desk,
      clock: this.clock,
      configuration: this.configuration,
      gateway: this.gateway,
      rooms: () => this.rooms,
      report: (error) => this.#report(error),
      httpHandlers: () => this.httpHandlers,
      listen,
    })
  }

  /** Ends all media and answers nothing any more; resolves when no socket and no timer is left. */
  async close(): Promise<void> {
    this.#desk.close()
    this.clock.close()
    this.cdn.close()
    await Promise.all([this.gateway.close(), this.server.close()])
  }

  /** The room of that ID; made on first use, as a login makes it. @throws {TypeError} for an ID that is no text */
  room(id: string): Room {
    demandText('cloud.room', id)
    const room = this.#rooms.get(id) ?? new Room(id, this.#roomNeeds)
    this.#rooms.set(id, room)
    return room
  }

  /** All rooms anybody was in so far. */
  get rooms(): Room[] {
    return [...this.#rooms.values()]
  }

  /** Everybody in a room who is a real client, not a virtual participant. */
  get clients(): { readonly room: Room; readonly userId: string }[] {
    return this.clientsThrough(() => true)
  }

  /** Those of them whose media goes through such a path. @internal */
  clientsThrough(wanted: (path: NetworkPath) => boolean): { readonly room: Room; readonly userId: string }[] {
    return this.rooms.flatMap((room) =>
      [...room.members.values()]
        .filter(({ push, client }) => push && wanted(client?.path ?? this.gateway.path))
        .map(({ userId }) => ({ room, userId })),
    )
  }

  /** The AccessHub links that are open now. @internal */
  get links(): Link[] {
    return [...this.#links]
  }

  /**
   * Overrides answers to requests, the newest handler first. Takes the cloud's own handlers (`accesshub`, `liveroom`)
   * and MSW's (`http.get(…)`) alike.
   *
   * @returns forgets these handlers
   * @throws {TypeError} for what is no handler
   */
  use(...handlers: (Handler | RequestHandler)[]): () => void {
    for (const handler of handlers) demandHandler(handler)
    const { handlers: own } = this.#desk
    for (const handler of handlers) {
      if (handler instanceof Handler) own.unshift(handler)
      else this.#http = [handler, ...this.#http]
    }
    return () => {
      own.splice(0, own.length, ...own.filter((handler) => !handlers.includes(handler)))
      this.#http = this.#http.filter((handler) => !handlers.includes(handler))
    }
  }

  /** The handlers given to `use` that are still there, the newest first; MSW's are in `ownHttpHandlers`. @internal */
  get handlers(): readonly Handler[] {
    return this.#desk.handlers
  }

  /** Forgets every handler given to `use`. */
  resetHandlers(): void {
    this.#desk.handlers.length = 0
    this.#http = []
  }

  /** MSW handlers for the plain HTTP calls of the SDK, with the test's own in front. */
  get httpHandlers(): RequestHandler[] {
    return [
      ...this.#http,
      ...httpHandlers,
      ...this.server.handlers,
      ...fileHandlers(this.music),
      ...this.cdn.handlers,
    ]
  }

  /** The MSW handlers the test gave to `use`; they may be for the app's own back end too. @internal */
  get ownHttpHandlers(): readonly RequestHandler[] {
    return this.#http
  }

  /** Reports a plain HTTP request to a ZEGO host that no handler knows. @internal */
  reportUnknownRequest(request: string): void {
    this.#report(new ProtocolDefect('http', `no handler for ${request}`))
  }

  /** Takes a client's WebSocket in, or returns nothing when the SDK has no such address. @internal */
  accept(socket: CloudSocket): Connection | undefined {
    const connection = this.#open(socket)
    if (!connection) this.#report(new ProtocolDefect('http', `no such WebSocket address: ${socket.url}`))
    return connection && this.#guarded(connection)
  }

  #open(socket: CloudSocket): Connection | undefined {
    const { pathname } = new URL(socket.url)
    if (pathname === '/accesshub') {
      const link = new Link(socket, {
        desk: this.#desk,
        configuration: this.configuration,
        openTunnel: (tunnel) => this.#openTunnel(tunnel),
        relay: this.#relay,
        onOtherProduct: (product) => this.notOffered.add(product),
      })
      this.#links.add(link)
      return link
    }
    if (pathname === '/zglog/tlog') return new SpanSocket(socket, this.journal)
    if (logAddresses.includes(pathname)) return logSocket
    return undefined
  }

  #openTunnel(tunnel: Tunnel): TunnelClient | undefined {
    if (tunnel.service === ROOMS) return new RoomTunnel(tunnel, this.#desk, this.#roomService)
    if (MEDIA.includes(tunnel.service)) return this.gateway.open(tunnel)
    return undefined
  }

  #isLapsed(token: string): boolean {
    return (
      this.configuration.expiredTokens === 'refuse' && checkToken(token, this.clock.now()).state === 'expired'
    )
  }

  #mayPublish(user: string, stream: string): boolean {
    const token = this.#clients.tokenOf(user)
    return token === undefined || this.tokens.mayPublish(token, stream)
  }

  get #roomService(): RoomService {
    const { clock, configuration } = this
    return { clients: this.#clients, tokens: this.tokens, clock, configuration, room: (id) => this.room(id) }
  }

  /** Nobody sends these streams any more: whoever did is gone without closing them. */
  #endMedia({ userId }: Client, streams: readonly string[]): void {
    for (const stream of streams)
      for (const session of this.gateway.find({ role: 'publisher', stream, user: userId })) session.deny()
  }

  /** Streams belong to the whole app, not to a room. */
  #isPublished(streamId: string): boolean {
    if (this.gateway.streams.get(streamId)?.publisher) return true
    return this.rooms.some(({ streams }) => streams.has(streamId))
  }

  #guarded(connection: Connection): Connection {
    return {
      receive: (data) => this.#desk.guard(() => connection.receive(data)),
      closed: () => {
        this.#links.delete(connection as Link)
        connection.closed()
      },
    }
  }

  async #publishVirtual(streamId: string, userId: string, sent: Sent): Promise<VirtualStream> {
    const media = await this.#loadMedia(sent)
    const end = this.gateway.publish(streamId, media, userId)
    const stream = this.gateway.stream(streamId)
    const { publisher } = stream
    return {
      end,
      send: (kind, flows) => media.send(kind, flows),
      cover: (covered) => media.cover(covered),
      tell: (status) => {
        // By then players may get what somebody else sends under that ID.
        if (stream.publisher === publisher) stream.status = status
      },
    }
  }

  #report(error: unknown): void {
    const defect =
      error instanceof ProtocolDefect
        ? error
        : new ProtocolDefect('http', `unexpected ${String((error as Error).stack ?? error)}`)
    this.defects.push(defect)
    this.journal.record({
      direction: 'in',
      layer: defect.layer,
      name: 'ProtocolDefect',
      message: defect.message,
    })
  }
}

function demandHandler(handler: Handler | RequestHandler): void {
  // Tests may have an MSW of their own, so that its handlers are of another class.
  if (handler instanceof Handler || typeof (handler as RequestHandler | undefined)?.run === 'function') return
  throw new TypeError(
    `cloud.use takes handlers, such as liveroom('LoginRoomReq', () => reply.code(1105)), not ${shown(handler)}.`,
  )
}

const noPeers: PeerFactory = () => {
  throw new Error(
    'This cloud was made without media. Give it `createPeer`: weriftPeers in Node, pagePeers in a page.',
  )
}

const noListener: Listen = () =>
  Promise.reject(new Error('This cloud was made without Node. Give it `listen`: listenForBackEnds.'))

const noRecording = () =>
  Promise.reject(
    new Error(
      "This cloud's CDN has nothing to hand out. Give it `loadRecording`: () => readRecording('H264').",
    ),
  )

const noMedia = () =>
  Promise.reject(new Error('This cloud has no media for virtual streams. Give it `loadMedia`.'))
