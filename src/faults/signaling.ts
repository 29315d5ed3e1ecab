import { type CloudConfiguration, checkConfiguration } from '../cloud/accesshub/configuration.ts'
import type { Link } from '../cloud/accesshub/link.ts'
import { requests as frames } from '../cloud/accesshub/messages.ts'
import { requests as relays } from '../cloud/cdn/messages.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { demandFields, demandOneOf, demandText, demandWhole } from '../cloud/exchange/demand.ts'
import type { Handler, HandlerOptions } from '../cloud/exchange/handler.ts'
import type { Entry } from '../cloud/exchange/journal.ts'
import { refusalCode } from '../cloud/exchange/refusal-code.ts'
import { type BrokenPart, brokenParts, type Reply, reply } from '../cloud/exchange/reply.ts'
import type { NetworkPath } from '../cloud/gateway/media/network-path.ts'
import { type AnswerOf, accesshub, cdn, liveroom, mixer, music } from '../cloud/handlers.ts'
import { type KickReason, kickNumber } from '../cloud/liveroom/kickout.ts'
import { requests as rooms } from '../cloud/liveroom/messages.ts'
import { requests as mixing } from '../cloud/mixer/messages.ts'
import { requests as songs } from '../cloud/music/messages.ts'
import { checkCallbacks } from '../cloud/server/callback-address.ts'
import { checkSecret } from '../cloud/token-cipher.ts'
import { checkForcible, type ForcibleRequest } from './kit/force.ts'
import { onceOf, PreparedAnswers } from './kit/prepared-answers.ts'
import { pushes } from './kit/pushes.ts'
import { FaultNotInjected, type Injection, injected } from './kit/receipt.ts'

/** Who is asked through the link, but the media gateway, which has faults of its own. */
const services = [
  { requests: rooms, handle: liveroom },
  { requests: mixing, handle: mixer },
  { requests: relays, handle: cdn },
  { requests: songs, handle: music },
  { requests: frames, handle: accesshub },
] as const

type RequestOf<Services extends readonly { requests: object }[]> = {
  [Service in keyof Services]: keyof Services[Service]['requests'] & string
}[number]
type Handle = (name: string, resolver: () => Reply, options: HandlerOptions) => Handler

/** A request of the SDK whose answer can be overridden, by its message name, or by its path for the music service. */
export type SignalingRequest = RequestOf<typeof services>

type Client = Cloud['clients'][number]
type Setting = keyof CloudConfiguration
type State = { [Name in Setting]?: unknown }

/** A client of the cloud, where more than one is in. */
export interface Who {
  readonly user?: string
  readonly room?: string
}

/** Faults of the service itself: what the cloud answers, what it does not answer, and what it says unasked. */
export class SignalingFaults {
  readonly #cloud: Cloud
  readonly #isMeant: (path: NetworkPath) => boolean
  readonly #prepared: PreparedAnswers
  readonly #undo = new Set<() => void>()
  /** What was before each state that the service was put into and still is, oldest first. */
  readonly #states: State[] = []

  /** @param path of the only clients that it is for, those of one person; all, by default */
  constructor(cloud: Cloud, path?: NetworkPath) {
    this.#cloud = cloud
    this.#isMeant = (other) => !path || other === path
    this.#prepared = new PreparedAnswers(cloud)
  }

  /**
   * Overrides the answer to a request of the SDK, from now on or once. The receipt is complete when the request was met;
   * a test that ends without that fails.
   *
   * @example await faults.signaling.answer('LoginRoomReq', reply.code(1105))
   */
  async answer<Name extends SignalingRequest>(
    name: Name,
    answer: Reply<AnswerOf<Name>>,
    options: HandlerOptions = {},
  ): Promise<Injection> {
    const once = onceOf('signaling.answer', options)
    return this.#prepared.add(
      handlerFor(name, () => answer, once),
      answer,
    )
  }

  /** Never answers a request of the SDK. */
  silence(name: SignalingRequest, options: HandlerOptions = {}): Promise<Injection> {
    return this.answer(name, reply.silence(), options)
  }

  /**
   * Makes the SDK surface any code from 1 000 000 to 1 000 000 000, because it hands such server numbers on as they are: for
   * an app's reaction to a code that is hard to come by. It proves nothing about when the real service gives that code.
   *
   * @param name the request that is refused with it
   * @example await faults.signaling.force(1102020)
   */
  async force(
    code: number,
    name: ForcibleRequest = 'LoginRoomReq',
    options: HandlerOptions = {},
  ): Promise<Injection> {
    const once = onceOf('signaling.force', options)
    checkForcible(code, name)
    return this.#prepared.add(
      handlerFor(name, () => reply.code(code), once),
      reply.code(code),
      { forced: true, code },
    )
  }

  /** Says something in the room that no client knows (an unknown `sub_cmd`), or that none can read. */
  async pushNonsense(part: BrokenPart, who: Who = {}): Promise<Injection> {
    demandOneOf('pushNonsense', part, brokenParts)
    const client = this.#client(who)
    const { room, userId } = client
    const act = () => room.member(userId).push?.broken(part)
    return this.#pushedTo(client, ['unknown', 'unreadable'], act, { part })
  }

  /**
   * Puts the service into another state, in which it judges by itself: a room that may have so many users, a feature that
   * the project does not have, an AppID that is unknown. The receipt counts what was refused since; a test that ends with
   * nothing refused fails.
   *
   * @example await faults.signaling.configure({ roomCapacity: 1 }) // the next one finds the room full
   */
  async configure(configuration: Partial<CloudConfiguration>): Promise<Injection> {
    checkConfiguration(configuration)
    if (Object.keys(configuration).length === 0)
      throw new TypeError('signaling.configure takes a setting at least, such as { roomCapacity: 1 }.')
    if (configuration.callbacks !== undefined)
      checkCallbacks({ ...this.#cloud.configuration, ...configuration } as CloudConfiguration)
    if (configuration.serverSecret !== undefined) checkSecret(configuration.serverSecret)
    const current: Partial<CloudConfiguration> = this.#cloud.configuration
    const names = Object.keys(configuration) as Setting[]
    const state: State = Object.fromEntries(names.map((name) => [name, current[name]]))
    const undo = () => {
      const at = this.#states.indexOf(state)
      if (at < 0) return
      this.#states.splice(at, 1)
      // What was set after it stays, and has by then come after what was before.
      for (const name of names) {
        const later = this.#states.slice(at).find((each) => Object.hasOwn(each, name)) ?? current
        Object.assign(later, { [name]: state[name] })
      }
    }
    this.#states.push(state)
    this.#undo.add(undo)
    Object.assign(current, configuration)
    const { entries } = this.#cloud.journal
    const seen = entries.length
    const evidence = {
      configuration,
      judgedBy: 'state',
      request: `what the service refuses with ${JSON.stringify(configuration)}`,
      get met() {
        return entries.slice(seen).filter(isRefusal).length
      },
    }
    return injected({ means: 'wire', evidence, undo })
  }

  /** Ends every changed answer and state. @internal */
  async restore(): Promise<void> {
    this.#prepared.restore()
    for (const undo of this.#undo) undo()
    this.#undo.clear()
  }

  /** Puts the client out of its room. */
  async kick(
    reason: KickReason = 'by-server',
    who: Who & { message?: string; relogin?: boolean } = {},
  ): Promise<Injection> {
    kickNumber(reason)
    const { message, relogin, ...client } = who
    if (message !== undefined) demandText('message', message)
    const found = this.#client(client)
    const act = () => found.room.kick(found.userId, reason, who)
    return this.#pushedTo(found, ['PushUserKickout', 'PushKickout'], act, { reason })
  }

  /** The same user logs in on another device, which puts this client out. */
  async loginElsewhere(who: Who = {}): Promise<Injection> {
    const client = this.#client(who)
    return this.#pushedTo(client, ['PushUserKickout'], () => client.room.loginElsewhere(client.userId))
  }

  /** Tells the client that its token is used up, and puts it out of its room. */
  async expireToken(who: Who = {}): Promise<Injection> {
    const client = this.#client(who)
    return this.#pushedTo(client, ['PushUserKickout'], () => client.room.kick(client.userId, 'token-expired'))
  }

  /**
   * Has the client stop what it publishes, for its token has run out; it stays in the room.
   *
   * @throws {FaultNotInjected} when it publishes nothing
   */
  async stopStreams(who: Who = {}): Promise<Injection> {
    const client = this.#client(who)
    const { room, userId } = client
    const streams = room.streamsOf(userId)
    if (!streams.length) throw new FaultNotInjected(`a stream of ${userId}`, 'none')
    return this.#pushedTo(client, ['PushUserTokenExpire'], () => room.stopStreams(userId), { streams })
  }

  /** Asks every client to leave its link and connect again (`CloseConnection`). */
  async closeConnection(...[action, reason = 0]: Parameters<Link['requestClose']>): Promise<Injection> {
    demandWhole('reason', reason)
    const links = this.#links
    return this.#pushed(['CloseConnection'], { links: links.length }, () => {
      for (const link of links) link.requestClose(action, reason)
    })
  }

  /** Breaks the tunnels to a back-end service (`PCBroken`); the link stays. @param service 17 for rooms, 18 for media */
  async breakTunnels(service?: number): Promise<Injection> {
    return this.#pushed(['PCBroken'], { service: service ?? 'all' }, () => {
      for (const link of this.#links) link.breakTunnels(service)
    })
  }

  get #links() {
    const { links, gateway } = this.#cloud
    return links.filter(({ path }) => this.#isMeant(path ?? gateway.path))
  }

  #client(who: Who) {
    demandFields('The choice of a client', who, ['user', 'room'])
    const { user, room } = who
    const there = this.#cloud.clientsThrough(this.#isMeant)
    const clients = there.filter(
      (client) => (!user || client.userId === user) && (!room || client.room.id === room),
    )
    const [client] = clients
    if (client && clients.length === 1) return client
    const found = (clients.length > 0 ? clients : there).map(
      ({ userId, room: { id } }) => `${userId} in ${id}`,
    )
    throw new Error(
      `This fault needs one client of the cloud, but there is ${found.join(', ') || 'nobody'}. ` +
        (found.length > 0
          ? 'Say which: { user, room }.'
          : 'Wait until your app is in the room: await cloud.inRoom() before.'),
    )
  }

  /** Whoever cannot hear it stays in the room: a fault that was not made changes nothing. */
  #pushedTo({ room, userId }: Client, names: string[], act: () => void, details: object = {}): Injection {
    const { client } = room.member(userId)
    return this.#pushed(
      names,
      { ...details, userId, room: room.id },
      act,
      client?.tunnel?.isPassable === true,
    )
  }

  #pushed(names: string[], details: object, act: () => void, isHeard = true): Injection {
    const at = Date.now()
    const pushed = pushes(this.#cloud.journal, names, act, isHeard)
    return injected({ means: 'wire', at, evidence: { ...details, pushed } })
  }
}

const isRefusal = ({ direction, message }: Entry) => direction === 'out' && refusalCode(message) !== 0

function handlerFor(name: SignalingRequest, resolver: () => Reply, once: boolean): Handler {
  const service = services.find(({ requests }) => name in requests)
  if (service) return (service.handle as Handle)(name, resolver, { once })
  const known = services.flatMap(({ requests }) => Object.keys(requests))
  throw new Error(`The SDK makes no request named ${name}. It makes: ${known.join(', ')}.`)
}
