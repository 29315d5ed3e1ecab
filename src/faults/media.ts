import type { Cloud } from '../cloud/cloud.ts'
import { demandFields, demandOneOf, demandWhole } from '../cloud/exchange/demand.ts'
import type { HandlerOptions } from '../cloud/exchange/handler.ts'
import { type Reply, reply } from '../cloud/exchange/reply.ts'
import type { NetworkPath } from '../cloud/gateway/media/network-path.ts'
import type { TurnServer } from '../cloud/gateway/node/turn-server.ts'
import { type Role, roles, type Session } from '../cloud/gateway/session.ts'
import { unacceptable, withoutCandidates } from '../cloud/gateway/signaling/broken-answer.ts'
import type { Denial } from '../cloud/gateway/signaling/denial.ts'
import { type RequestName, requests } from '../cloud/gateway/signaling/messages.ts'
import { type AnswerOf, gateway } from '../cloud/handlers.ts'
import { onceOf, PreparedAnswers } from './kit/prepared-answers.ts'
import { leftSince, pushes } from './kit/pushes.ts'
import { FaultNotInjected, type Injection, injected } from './kit/receipt.ts'

/** A request of the SDK to the media gateway. */
export type MediaRequest = RequestName

/** Which media sessions a fault is for; all that match, at least one. */
export interface WhichSession {
  readonly role?: Role
  readonly stream?: string
  readonly user?: string
}

/** Requests whose answer carries the gateway's SDP. */
type AnswerCarrier = 'CreateSessionWithSdpReq' | 'MediaDescReq'

/** Faults of the media gateway: what it answers, and what it says unasked. */
export class MediaFaults {
  readonly #cloud: Cloud
  readonly #path: NetworkPath | undefined
  readonly #prepared: PreparedAnswers
  #relay: TurnServer | undefined
  /** Of each `notOffered` that is not over; and whether media was offered before them. */
  readonly #withheld = new Set<object>()
  #mediaBefore = true

  /** @param path of the only sessions that it is for, those of one person; all, by default */
  constructor(cloud: Cloud, path?: NetworkPath) {
    this.#cloud = cloud
    this.#path = path
    this.#prepared = new PreparedAnswers(cloud)
  }

  /**
   * Overrides the answer to a request to the gateway, from now on or once; a code goes into the answer's `result`.
   *
   * @example await faults.media.answer('CreateSessionWithSdpReq', reply.code(2012)) // publishing is not authorised
   */
  async answer<Name extends MediaRequest>(
    name: Name,
    answer: Reply<AnswerOf<Name>>,
    options: HandlerOptions = {},
  ): Promise<Injection> {
    const once = onceOf('media.answer', options)
    if (!(name in requests))
      throw new Error(
        `The SDK sends the gateway no request named ${name}. It sends: ${Object.keys(requests).join(', ')}.`,
      )
    const handler = gateway(name, () => answer as never, { once })
    return this.#prepared.add(handler, answer)
  }

  /** Never answers a request to the gateway. */
  silence(name: MediaRequest, options: HandlerOptions = {}): Promise<Injection> {
    return this.answer(name, reply.silence(), options)
  }

  /** Ends every changed answer, and the relay. @internal */
  async restore(): Promise<void> {
    this.#prepared.restore()
    await this.#closeRelay()
  }

  async #closeRelay(): Promise<void> {
    const relay = this.#relay
    this.#relay = undefined
    if (!relay) return
    this.#cloud.gateway.options.relay = undefined
    await relay.close()
  }

  /**
   * Not a fault, but what makes clients report candidates (`CandidateInfoReq`), which they do only for those of a relay:
   * they are told of a TURN server. They learn of it in time where the session is made before its description
   * (`turnOnly`); else they may have connected before.
   */
  async offerRelay(): Promise<Injection> {
    this.#relay ??= await openRelay()
    const relay = this.#relay
    this.#cloud.gateway.options.relay = relay.server
    const evidence = {
      url: relay.server.url,
      get granted() {
        return relay.granted
      },
    }
    return injected({ means: 'wire', evidence, undo: () => this.#closeRelay(), preparation: true })
  }

  /** Answers with SDP that no browser reads. */
  unreadableAnswer(name: AnswerCarrier = 'CreateSessionWithSdpReq'): Promise<Injection> {
    return this.#changedAnswer(name, () => unacceptable)
  }

  /** Answers without candidates: the browser has nowhere to connect to, and negotiation never ends. */
  withoutCandidates(name: AnswerCarrier = 'CreateSessionWithSdpReq'): Promise<Injection> {
    return this.#changedAnswer(name, withoutCandidates)
  }

  /** Answers with no SDP at all. The `turnOnly` flow treats it as an error; elsewhere the SDK trips over it. */
  emptyAnswer(name: AnswerCarrier = 'MediaDescReq'): Promise<Injection> {
    return this.#changedAnswer(name, () => '')
  }

  /**
   * The operator forbids the streams of these sessions: whoever publishes or plays one is stopped, now and whenever it is
   * tried again, until it is undone, `cloud.gateway.resume(stream)`, or the end of the test.
   */
  async forbid(which: WhichSession = {}): Promise<Injection> {
    const sessions = this.#sessions(which)
    const at = Date.now()
    const streams = [...new Set(sessions.map(({ stream }) => stream.id))]
    const pushed = this.#pushes(sessions, 'CloseSessionPush', () => {
      for (const stream of streams) this.#cloud.gateway.forbid(stream)
    })
    const undo = () => {
      for (const stream of streams) this.#cloud.gateway.resume(stream)
    }
    return injected({
      means: 'wire',
      at,
      evidence: { streams, sessions: sessions.map(inShort), pushed, judgedBy: 'state' },
      undo,
    })
  }

  /**
   * Somebody in another room publishes under the same stream ID, until it is undone: who publishes it here is told to stop,
   * and whoever plays it gets that other picture.
   *
   * @throws {FaultNotInjected} when nobody publishes what is meant
   */
  async duplicate(which: Omit<WhichSession, 'role'> = {}): Promise<Injection> {
    demandFields('Whose stream it is', which, ['stream', 'user'])
    const sessions = this.#sessions({ ...which, role: 'publisher' })
    const isHeard = sessions.some((session) => session.isHeard)
    const { journal } = this.#cloud
    const [at, seen] = [Date.now(), journal.entries.length]
    // One for each time: the first may still be live when a second is asked for.
    const other = this.#cloud.room('another-room').join(`somebody-else-${sessions[0]?.id}`)
    const undo = () => other.leave()
    try {
      const streams = [...new Set(sessions.map(({ stream }) => stream.id))]
      if (isHeard) for (const stream of streams) await other.publish(stream)
      const pushed = leftSince(journal, seen, ['CloseSessionPush'], isHeard)
      const evidence = { sessions: sessions.map(inShort), pushed, judgedBy: 'clients' }
      return injected({ means: 'wire', at, evidence, undo })
    } catch (error) {
      undo()
      throw error
    }
  }

  /** Closes sessions with whatever reason (`CloseSessionPush`); without one the SDK tries again. */
  async close(denial: Denial = {}, which: WhichSession = {}): Promise<Injection> {
    demandFields('media.close', denial, denialFields)
    const { nodes, ...numbers } = denial
    for (const [name, number] of Object.entries(numbers)) if (number !== undefined) demandWhole(name, number)
    const sessions = this.#sessions(which)
    const at = Date.now()
    const pushed = this.#pushes(sessions, 'CloseSessionPush', () => {
      for (const session of sessions) session.deny(denial)
    })
    return injected({ means: 'wire', at, evidence: { denial, sessions: sessions.map(inShort), pushed } })
  }

  /** Declares every session void, as a gateway that was restarted does (`SessionResetPush`). */
  async reset(): Promise<Injection> {
    const sessions = this.#sessions({})
    const at = Date.now()
    const pushed = this.#pushes(sessions, 'SessionResetPush', () => this.#cloud.gateway.reset())
    return injected({ means: 'wire', at, evidence: { sessions: sessions.map(inShort), pushed } })
  }

  /** Tells a player or publisher that a codec cannot be handled (`codec_error_notify`). */
  async codecError({
    mediaType = 1,
    errorType = 1,
    ...which
  }: WhichSession & { mediaType?: number; errorType?: number } = {}): Promise<Injection> {
    demandWhole('mediaType', mediaType)
    demandWhole('errorType', errorType)
    const sessions = this.#sessions(which)
    const at = Date.now()
    const pushed = this.#pushes(sessions, 'CmdPush', () => {
      for (const session of sessions) session.command('codecErrorNotify', { mediaType, errorType })
    })
    const evidence = { mediaType, errorType, sessions: sessions.map(inShort), pushed }
    return injected({ means: 'wire', at, evidence })
  }

  /**
   * The app config offers no real-time media. It must come before the client connects: a test in which no client fetches it
   * fails.
   */
  async notOffered(): Promise<Injection> {
    const { configuration, journal } = this.#cloud
    const seen = journal.entries.length
    if (this.#withheld.size === 0) this.#mediaBefore = configuration.media
    const withheld = {}
    this.#withheld.add(withheld)
    configuration.media = false
    const undo = () => {
      if (this.#withheld.delete(withheld) && this.#withheld.size === 0)
        configuration.media = this.#mediaBefore
    }
    const evidence = {
      media: false,
      judgedBy: 'state',
      request: 'GetAppConfigRequest',
      get met() {
        return journal.entries.slice(seen).filter(({ name }) => name === 'GetAppConfigRequest').length
      },
    }
    return injected({ means: 'wire', evidence, undo })
  }

  /** Sessions of clients that cannot hear it stay: a fault that was not made changes nothing. */
  #pushes(sessions: readonly Session[], name: string, act: () => void): string[] {
    const isHeard = sessions.some((session) => session.isHeard)
    return pushes(this.#cloud.journal, [name], act, isHeard)
  }

  #changedAnswer(name: AnswerCarrier, change: (sdp: string) => string): Promise<Injection> {
    return this.answer(
      name,
      reply.with((answer: { sdp?: string }) => {
        answer.sdp = change(answer.sdp ?? '')
      }),
    )
  }

  #sessions(which: WhichSession): Session[] {
    demandFields('Which session it is', which, ['role', 'stream', 'user'])
    if (which.role !== undefined) demandOneOf('role', which.role, roles)
    const own = this.#path ? { path: this.#path } : {}
    const sessions = this.#cloud.gateway.find({ ...which, ...own })
    if (sessions.length) return sessions
    const all = this.#cloud.gateway.find(own).map(inShort)
    const before = all.length === 0 ? ': await cloud.publishing() or cloud.playing() before' : ''
    throw new FaultNotInjected(`a media session that matches ${JSON.stringify(which)}${before}`, all)
  }
}

const denialFields = ['err', 'action', 'delay', 'nodes', 'reason'] satisfies (keyof Denial)[]

const inShort = ({ role, stream, userId, peer }: Session) => ({
  role,
  stream: stream.id,
  user: userId,
  ...peer.stats(),
})

/** Only when it is needed: the cloud inside a page has these faults too, and no sockets for a relay. */
async function openRelay(): Promise<TurnServer> {
  const { TurnServer } = await import('../cloud/gateway/node/turn-server.ts')
  return TurnServer.open()
}
