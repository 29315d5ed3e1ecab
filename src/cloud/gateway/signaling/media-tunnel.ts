import { create, type MessageInitShape, type MessageShape } from '@bufbuild/protobuf'
import type { Tunnel, TunnelClient } from '../../accesshub/tunnel.ts'
import { ProtocolDefect } from '../../exchange/defect.ts'
import type { Desk } from '../../exchange/desk.ts'
import type { Awaitable } from '../../exchange/exchange.ts'
import { whenThere } from '../../exchange/own-answer.ts'
import { publishedId, type StreamNamed } from '../../exchange/stream-id.ts'
import { byNumber, type Named, type WireMessage } from '../../exchange/table.ts'
import { unreadable } from '../../exchange/unreadable.ts'
import { decode, encode, type Schema } from '../../proto/codec.ts'
import type { Gateway } from '../gateway.ts'
import type { NetworkPath } from '../media/network-path.ts'
import type { Session } from '../session.ts'
import type { Answer, Answers, MessageOf, Origin, PushOf } from './answers.ts'
import { type Command, type CommandName, encodeCommand, refuseCommand } from './commands.ts'
import { decodeFrame, encodeFrame, type Frame } from './frame.ts'
import { login } from './login.ts'
import { acknowledgements, type PushName, pushes, type RequestName, requests } from './messages.ts'
import { negotiation } from './negotiation.ts'
import { reports } from './reports.ts'

const answers: Answers<RequestName> = { ...login, ...negotiation, ...reports }
const requestOf = byNumber(requests)
const acknowledgementOf = byNumber(acknowledgements)

/** A message number that no client knows. */
const unknownCommand = 9_999

/** The gateway's end of one tunnel: one engine of one page, with any number of sessions. */
export class MediaTunnel implements TunnelClient {
  readonly desk: Desk
  readonly #gateway: Gateway
  readonly #tunnel: Tunnel
  #login: MessageOf<'LoginReq'> | undefined
  #seq = 0

  constructor(gateway: Gateway, tunnel: Tunnel) {
    this.desk = gateway.desk
    this.#gateway = gateway
    this.#tunnel = tunnel
  }

  /** 18: RTC, 19: low-latency live streaming. */
  get service(): number {
    return this.#tunnel.service
  }

  /** What this client's media goes through. */
  get path(): NetworkPath {
    return this.#tunnel.path ?? this.#gateway.path
  }

  /** Whether it hears now what it is told. */
  get isPassable(): boolean {
    return this.#tunnel.isPassable()
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
    const acknowledgement = acknowledgementOf.get(frame.cmd)
    if (acknowledgement) {
      return this.#record(
        'in',
        acknowledgement.name,
        decode('gateway', acknowledgement.schema as Schema, frame.body),
      )
    }
    const request = requestOf.get(frame.cmd)
    if (!request) throw new ProtocolDefect('gateway', `unknown cmd ${frame.cmd}`, payload)
    const message = decode('gateway', request.schema as Schema, frame.body)
    this.#answer(request, frame, message, txid)
  }

  /** The tunnel or its link is gone. Its sessions stay: media flows on, and the client logs in again with them. */
  closed(): void {
    this.#gateway.forget(this)
  }

  /** Tells the client something unasked. */
  push<Name extends PushName>(name: Name, message: PushOf<Name>, session: number): void {
    const { number: cmd, schema }: WireMessage = pushes[name]
    this.#seq += 1
    const pushed = create(schema, message as MessageInitShape<Schema>)
    this.#send(name, { cmd, seq: this.#seq, session }, pushed, encode(schema, pushed))
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

  #answer(request: Named<typeof requests>, frame: Frame, message: object, txid: bigint): void {
    const { name } = request
    const { number: cmd } = request.answer
    const schema: Schema = request.answer.schema
    const { seq } = frame
    const session = this.#gateway.sessions.get(frame.session)
    const finish = (init: object) => create(schema, init as MessageInitShape<Schema>)
    this.desk.answer<MessageShape<Schema>, Session>({
      layer: 'gateway',
      name,
      message,
      user: this.user,
      stream: 'streamId' in message ? publishedId(message as StreamNamed) : session?.stream.id,
      answer: () => {
        const own = answers[name] as (message: object, origin: Origin) => Awaitable<Answer<object>>
        const answered = own(message, { gateway: this.#gateway, client: this, session })
        return whenThere(answered, ({ in: place, ...init }) => ({ answer: finish(init), in: place }))
      },
      refusal: (code) => finish(refusal(name, message, code)),
      send: (answer, { in: place } = {}) => {
        const head = { cmd, seq, session: place?.id ?? frame.session }
        this.#send(schema.name, head, answer, encode(schema, answer))
      },
      sendBroken: (part) => {
        const head = { cmd: part === 'body' ? cmd : unknownCommand, seq, session: frame.session }
        this.#send(part === 'body' ? 'unreadable' : 'unknown', head, {}, unreadable)
      },
      exception: (reason) => this.#tunnel.exception(reason, txid),
      close: (code) => this.#tunnel.closeLink(code),
    })
  }

  #send(name: string, head: Omit<Frame, 'body'>, message: object, body: Uint8Array): void {
    const isSent = this.#tunnel.send(encodeFrame({ ...head, body }))
    this.#record('out', name, message, !isSent)
  }

  #record(direction: 'in' | 'out', name: string, message: unknown, isLost = false): void {
    const entry = { direction, layer: 'gateway', name, message, user: this.user } as const
    this.desk.journal.record({ ...entry, ...(isLost && { lost: true }) })
  }
}

const refusal = (name: RequestName, message: object, code: number): object =>
  name === 'CmdReq' ? refuseCommand(message as MessageOf<'CmdReq'>, code) : { result: code }
