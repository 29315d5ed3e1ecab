import { create, type MessageInitShape, type MessageShape } from '@bufbuild/protobuf'
import type { CloudSocket, Connection } from '../connection.ts'
import { ProtocolDefect } from '../exchange/defect.ts'
import type { Desk } from '../exchange/desk.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { byNumber, type InitOf, type Named, type NameIn, type WireMessage } from '../exchange/table.ts'
import { unreadable } from '../exchange/unreadable.ts'
import { decode, encode, type Schema } from '../proto/codec.ts'
import type { PCUpwardMessageSchema } from '../proto/gen/accesshub_pb.ts'
import { answers, type RequestName } from './answers.ts'
import type { CloudConfiguration } from './configuration.ts'
import { decodeFrames, encodeFrame, type Frame } from './frame.ts'
import { notices, pushes, requests } from './messages.ts'
import { notActivated, otherProducts } from './other-products.ts'
import { isOffered, isRelayed, type Relay, relayed } from './relay.ts'
import type { OpenTunnel, Tunnel, TunnelClient } from './tunnel.ts'

type PushName = NameIn<typeof pushes>

const requestOf = byNumber(requests)
const noticeOf = byNumber(notices)

/** What `CloseConnection.action` tells the SDK to do. */
export const closeAction = { dispatch: 1, retry: 2, nextNode: 3, abort: 4, nextGroup: 5, idle: 6 } as const

const unknownType = 99

/** What the cloud behind a link gives it. */
export interface LinkNeeds {
  readonly desk: Desk
  readonly configuration: CloudConfiguration
  readonly openTunnel: OpenTunnel
  /** The services that are called without a tunnel. */
  readonly relay: Relay
  /** Told of another product of ZEGO's that wants a link. */
  readonly onOtherProduct: (product: string) => void
}

/** One client's WebSocket to AccessHub: requests of the link itself, and tunnels to the services. */
export class Link implements Connection {
  readonly #socket: CloudSocket
  readonly #desk: Desk
  readonly #configuration: CloudConfiguration
  readonly #openTunnel: OpenTunnel
  readonly #relay: Relay
  readonly #onOtherProduct: (product: string) => void
  readonly #tunnels = new Map<number, { service: number; client: TunnelClient }>()
  readonly #transactions = new Set<bigint>()
  /** AppID of the client: only the first message of a stream says it. */
  #appId = 0
  /** Whether this is the link of another product, of which the cloud knows nothing else. */
  #isOther = false

  constructor(socket: CloudSocket, { desk, configuration, openTunnel, relay, onOtherProduct }: LinkNeeds) {
    this.#socket = socket
    this.#desk = desk
    this.#configuration = configuration
    this.#openTunnel = openTunnel
    this.#relay = relay
    this.#onOtherProduct = onOtherProduct
  }

  /** User ID of the first tunnel whose login named one. */
  get user(): string | undefined {
    for (const { client } of this.#tunnels.values()) if (client.user) return client.user
    return undefined
  }

  /** As its socket's: whose link it is, among the people of one test. */
  get path(): CloudSocket['path'] {
    return this.#socket.path
  }

  receive(data: Uint8Array | string): void {
    if (typeof data === 'string')
      throw new ProtocolDefect('accesshub', `text message ${JSON.stringify(data)}`)
    for (const frame of decodeFrames(data)) this.#desk.guard(() => this.#dispatch(frame))
  }

  closed(): void {
    for (const { client } of this.#tunnels.values()) client.closed()
    this.#tunnels.clear()
  }

  /** Sends something unasked; on stream 0 unless it belongs to one. @returns false when it is lost */
  push<N extends PushName>(name: N, init: InitOf<typeof pushes, N>, stream = 0): boolean {
    const { number: type, schema }: WireMessage = pushes[name]
    return this.#send(type, stream, name, create(schema, init as MessageInitShape<Schema>))
  }

  /** Asks the client to leave this link (`CloseConnection`). @throws {TypeError} for an action that there is not */
  requestClose(action: keyof typeof closeAction = 'retry', reason = 0): void {
    if (!Object.hasOwn(closeAction, action))
      throw new TypeError(
        `CloseConnection asks for one of ${Object.keys(closeAction).join(', ')}, not ${JSON.stringify(action)}.`,
      )
    this.push('CloseConnection', { reason, msg: '', action: closeAction[action] })
  }

  /** Breaks the tunnels of a service, all of them by default (`PCBroken`). @returns how many there were */
  breakTunnels(service?: number): number {
    const streams = [...this.#tunnels].filter(
      ([, tunnel]) => service === undefined || tunnel.service === service,
    )
    for (const [stream] of streams) this.push('PCBroken', {}, stream)
    return streams.length
  }

  #dispatch({ type, stream, body }: Frame): void {
    const request = requestOf.get(type)
    if (request) {
      const message = decode('accesshub', request.schema as Schema, body)
      this.#rejectDuplicate(request.name, message, body)
      return this.#answer(request, stream, message)
    }
    const notice = noticeOf.get(type)
    if (!notice && this.#isOther) return
    if (!notice) throw new ProtocolDefect('accesshub', `unknown frame type ${type}`, body)
    const message = decode('accesshub', notice.schema as Schema, body)
    this.#rejectDuplicate(notice.name, message, body)
    if (notice.name === 'PCUpwardMessage') {
      return this.#upward(stream, message as MessageShape<typeof PCUpwardMessageSchema>)
    }
    this.#desk.journal.record({
      direction: 'in',
      layer: 'accesshub',
      name: notice.name,
      message,
      user: this.user,
    })
    if (notice.name === 'StreamClosed') this.#closeTunnel(stream)
  }

  #answer(request: Named<typeof requests>, stream: number, message: MessageShape<Schema>): void {
    const { name, answer } = request
    const schema: Schema = answer.schema
    const { txid } = message as unknown as { txid: bigint }
    const own = answers[name as RequestName] as (
      message: unknown,
      configuration: CloudConfiguration,
      appId: number,
    ) => object
    const { appid = 0 } = message as { appid?: number }
    if (appid) this.#appId = appid
    const exchange: Exchange<MessageShape<Schema>> = {
      layer: 'accesshub',
      name,
      message,
      user: this.user,
      answer: () => ({
        answer: create(schema, own(message, this.#configuration, this.#appId) as MessageInitShape<Schema>),
      }),
      refusal: (code, text) => create(schema, refusal(schema, txid, code, text)),
      send: (response) => void this.#send(answer.number, stream, schema.name, response),
      sendBroken: (part) => {
        const type = part === 'body' ? answer.number : unknownType
        this.#socket.send(encodeFrame({ type, stream, body: unreadable }))
      },
      exception: (reason) => void this.push('PushException', { reason, msg: '', txid }, stream),
      close: (code) => this.#socket.close(code),
    }
    if (this.#isOther && isRelayed(message) && !isOffered(message, this.#relay)) {
      return exchange.send(exchange.refusal(404, ''))
    }
    this.#desk.answer(isRelayed(message) ? relayed(exchange, message, this.#relay, this.#desk) : exchange)
  }

  #upward(stream: number, message: MessageShape<typeof PCUpwardMessageSchema>): void {
    const { txid, serviceNo, ack, payload } = message
    let tunnel = this.#tunnels.get(stream)
    const product = otherProducts.get(serviceNo)
    if (product) {
      this.#isOther = true
      this.#onOtherProduct(product)
      this.push('PushException', { reason: notActivated, msg: `no ${product} here`, txid }, stream)
      return
    }
    if (!tunnel) {
      const client = this.#openTunnel(this.#tunnel(stream, serviceNo))
      if (!client) throw new ProtocolDefect('accesshub', `tunnel to unknown service ${serviceNo}`, payload)
      tunnel = { service: serviceNo, client }
      this.#tunnels.set(stream, tunnel)
      this.push('PCEstablished', { elapse: 1, from: 1 }, stream)
    }
    if (ack) this.push('PCUpwardMessageAck', { txid }, stream)
    if (payload.length) tunnel.client.receive(payload, txid)
  }

  /** The SDK numbers what it sends on a link (`txid`); a number met twice is a message delivered twice. */
  #rejectDuplicate(name: string, message: MessageShape<Schema>, body: Uint8Array): void {
    const { txid } = message as { txid?: bigint }
    if (!txid) return
    if (this.#transactions.has(txid))
      throw new ProtocolDefect('accesshub', `duplicate ${name} (txid ${txid})`, body)
    this.#transactions.add(txid)
  }

  #tunnel(stream: number, service: number): Tunnel {
    return {
      service,
      path: this.path,
      isPassable: () => this.#socket.isPassable?.() ?? true,
      send: (payload) =>
        this.#tunnels.has(stream) &&
        this.push('PCDownwardMessage', { payload, wssMessageType: 2, ts: BigInt(Date.now()) }, stream),
      exception: (reason, txid) => void this.push('PushException', { reason, msg: '', txid }, stream),
      break: () => void this.push('PCBroken', {}, stream),
      closeLink: (code) => this.#socket.close(code),
    }
  }

  #closeTunnel(stream: number): void {
    this.#tunnels.get(stream)?.client.closed()
    this.#tunnels.delete(stream)
  }

  #send(type: number, stream: number, name: string, message: MessageShape<Schema>): boolean {
    const isSent = this.#socket.send(encodeFrame({ type, stream, body: encode(schemaOf(type), message) }))
    if (name !== 'PCDownwardMessage' && name !== 'PCUpwardMessageAck') {
      const entry = { direction: 'out', layer: 'accesshub', name, message, user: this.user } as const
      this.#desk.journal.record({ ...entry, ...(!isSent && { lost: true }) })
    }
    return isSent
  }
}

const schemas = new Map<number, Schema>([
  ...Object.values(requests).map(({ answer }) => [answer.number, answer.schema] as const),
  ...Object.values(pushes).map(({ number, schema }) => [number, schema] as const),
])

function schemaOf(type: number): Schema {
  const schema = schemas.get(type)
  if (!schema) throw new TypeError(`no schema for frame type ${type}`)
  return schema
}

/** A refusal in the shape of the answer: `{code, message, data{txid}}`, or an HTTP status for the relayed calls. */
function refusal(schema: Schema, txid: bigint, code: number, message: string): MessageInitShape<Schema> {
  if (schema.field.statusCode) return { txid, statusCode: code } as MessageInitShape<Schema>
  const text = schema.field.msg ? { msg: message } : { message }
  return { code, ...text, data: { txid } } as MessageInitShape<Schema>
}
