import { create, type MessageInitShape } from '@bufbuild/protobuf'
import type { Tunnel, TunnelClient } from '../../accesshub/tunnel.ts'
import { ProtocolDefect } from '../../exchange/defect.ts'
import { inWords } from '../../exchange/reply.ts'
import { decode, encode, type Schema } from '../../proto/codec.ts'
import type { Gateway } from '../gateway.ts'
import type { Session } from '../session.ts'
import type { Answer, Answers, MessageOf, PushOf } from './answers.ts'
import { type Command, type CommandName, encodeCommand, refuseCommand } from './commands.ts'
import { decodeFrame, encodeFrame, type Frame } from './frame.ts'
import { login } from './login.ts'
import { acknowledgements, type PushName, pushes, type RequestName, requests } from './messages.ts'
import { negotiation } from './negotiation.ts'
import { reports } from './reports.ts'
import { Refusal } from './result.ts'

const answers: Answers<RequestName> = { ...login, ...negotiation, ...reports }
type Entry = (typeof requests)[keyof typeof requests]

/** The gateway's end of one tunnel: one engine of one page, with any number of sessions. */
export class MediaTunnel implements TunnelClient {
  readonly #gateway: Gateway
  readonly #tunnel: Tunnel
  #login: MessageOf<'LoginReq'> | undefined
  #seq = 0

  constructor(gateway: Gateway, tunnel: Tunnel) {
    this.#gateway = gateway
    this.#tunnel = tunnel
  }

  /** 18: RTC, 19: low-latency live streaming. */
  get service(): number {
    return this.#tunnel.service
  }

  get user(): string | undefined {
    return this.#login?.userId
  }

  get sdkVersion(): number | undefined {
    return this.#login?.sdkVersion
  }

  /** The address the gateway says it sees this client at. */
  get clientIp(): string {
    return this.#gateway.options.clientIp()
  }

  login(message: MessageOf<'LoginReq'>): void {
    this.#login = message
  }

  /** @throws {ProtocolDefect} on anything that is not a known request or acknowledgement of this service */
  receive(payload: Uint8Array, txid: bigint): void {
    const frame = decodeFrame(payload)
    const acknowledgement = acknowledgements[frame.cmd as keyof typeof acknowledgements]
    if (acknowledgement) {
      return this.#record(
        'in',
        acknowledgement.name,
        decode('gateway', acknowledgement.schema as Schema, frame.body),
      )
    }
    const request = requests[frame.cmd as keyof typeof requests]
    if (!request) throw new ProtocolDefect('gateway', `unknown cmd ${frame.cmd}`, payload)
    const message = decode('gateway', request.schema as Schema, frame.body)
    this.#answer(request, frame, message, txid).catch(this.#gateway.options.report)
  }

  /** The tunnel or its link is gone. Its sessions stay: media flows on, and the client logs in again with them. */
  closed(): void {
    this.#gateway.forget(this)
  }

  /** Tells the client something unasked. */
  push<Name extends PushName>(name: Name, message: PushOf<Name>, session: number): void {
    const { cmd, schema } = pushes[name] as { cmd: number; schema: Schema }
    this.#seq += 1
    this.#send(name, { cmd, seq: this.#seq, session }, schema, message)
  }

  /** Tells the client something in a peer command. */
  command<Name extends CommandName>(name: Name, command: Command<Name>, session: Session): void {
    this.push(
      'CmdPush',
      { peerId: session.peerId, ...encodeCommand(name, command, this.#seq + 1) },
      session.id,
    )
  }

  /** Declares sessions void, all of the client's or some; the SDK makes new ones. */
  resetSessions(sessions?: readonly number[], reason = 0): void {
    const dwTimeStamp = Math.floor(Date.now() / 1000)
    const sessionIds = [...(sessions ?? [])]
    this.push('SessionResetPush', { dwTimeStamp, cResetType: sessions ? 1 : 0, sessionIds, reason }, 0)
  }

  async #answer(request: Entry, frame: Frame, message: object, txid: bigint): Promise<void> {
    const session = this.#gateway.sessions.get(frame.session)
    const stream = 'streamId' in message ? String(message.streamId) : session?.stream.id
    const asked = { name: request.name, message, user: this.user, stream }
    const reply = await this.#gateway.options.intercept?.(asked)
    this.#record('in', request.name, message, reply && inWords(reply))
    if (this.#gateway.isClosed) return
    switch (reply?.kind) {
      case 'silence':
        return
      case 'exception':
        return this.#tunnel.exception(reply.reason, txid)
      case 'close':
        return this.#tunnel.closeLink(reply.code)
      case 'code':
        return this.#reply(request, frame, refusal(request.name, message, reply.code))
      default: {
        const change = reply?.kind === 'with' ? reply.change : undefined
        return this.#reply(request, frame, await this.#ownAnswer(request.name, message, frame), change)
      }
    }
  }

  async #ownAnswer(name: RequestName, message: object, frame: Frame): Promise<Answer<object>> {
    const answer = answers[name] as (
      message: object,
      origin: object,
    ) => Promise<Answer<object>> | Answer<object>
    const session = this.#gateway.sessions.get(frame.session)
    try {
      return await answer(message, {
        gateway: this.#gateway,
        client: this,
        sessionId: frame.session,
        session,
      })
    } catch (error) {
      if (error instanceof Refusal) return refusal(name, message, error.result)
      throw error
    }
  }

  #reply(
    request: Entry,
    frame: Frame,
    { inSession, ...init }: Answer<object>,
    change?: (answer: never) => void,
  ): void {
    const schema = request.answer as Schema
    const answer = create(schema, init as MessageInitShape<Schema>)
    change?.(answer as never)
    this.#send(
      schema.name,
      { cmd: request.cmd, seq: frame.seq, session: inSession ?? frame.session },
      schema,
      answer,
    )
  }

  #send(name: string, head: Omit<Frame, 'body'>, schema: Schema, init: object): void {
    const message = create(schema, init as MessageInitShape<Schema>)
    this.#record('out', name, message)
    this.#tunnel.send(encodeFrame({ ...head, body: encode(schema, message) }))
  }

  #record(direction: 'in' | 'out', name: string, message: unknown, handled?: string): void {
    this.#gateway.options.journal?.record({
      direction,
      layer: 'gateway',
      name,
      message,
      user: this.user,
      handled,
    })
  }
}

function refusal(name: RequestName, message: object, code: number): Answer<object> {
  return name === 'CmdReq'
    ? refuseCommand(message as MessageOf<'CmdReq'>, code)
    : ({ result: code } as object)
}
