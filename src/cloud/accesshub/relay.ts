import { create, type MessageInitShape, type MessageShape } from '@bufbuild/protobuf'
import { type Layer, ProtocolDefect } from '../exchange/defect.ts'
import type { Desk } from '../exchange/desk.ts'
import type { Exchange } from '../exchange/exchange.ts'
import { ownAnswer, whenThere } from '../exchange/own-answer.ts'
import { unreadable } from '../exchange/unreadable.ts'
import { decode, encode, type Schema } from '../proto/codec.ts'
import {
  type HTTPRequest2Schema,
  type HTTPRequestSchema,
  HTTPResponseSchema,
} from '../proto/gen/accesshub_pb.ts'
import { type JsonService, openJson } from './json-service.ts'
import type { Opened } from './opened.ts'

/** Where a relayed call goes: `HTTPRequest2.interface_id`, or `HTTPRequest.service_no`. */
export type Destination = `interface ${number}` | `service ${number}`

/** Who makes a relayed call. */
export interface Caller {
  /** User ID (`id_name`). */
  readonly user: string
  /** The token the user has in its room; empty where the frame carries none. */
  readonly token: string
}

/** One kind of call that the link relays to a service behind it: a message in the body, and the one that answers it. */
export interface RelayedCall<Request extends Schema = Schema, Response extends Schema = Schema> {
  readonly layer: Layer
  readonly name: string
  readonly schema: Request
  readonly response: Response
  /** The service's own answer. Calling it changes the service's state. */
  readonly answer: (message: MessageShape<Request>, caller: Caller) => MessageInitShape<Response>
  /** The answer that carries a refusal. */
  readonly refusal: (
    code: number,
    text: string,
    message: MessageShape<Request>,
    details?: object,
  ) => MessageInitShape<Response>
}

/** The services behind a link. A call to anything else is a defect. */
export type Relay = ReadonlyMap<Destination, Service>

/** A service behind a link: its one kind of call, or all that it has paths for. */
export type Service = RelayedCall | JsonService

type RelayedRequest = MessageShape<typeof HTTPRequest2Schema> | MessageShape<typeof HTTPRequestSchema>
type Carrier = Exchange<MessageShape<Schema>>

export function isRelayed(message: MessageShape<Schema>): message is RelayedRequest {
  return message.$typeName === 'accesshub.HTTPRequest2' || message.$typeName === 'accesshub.HTTPRequest'
}

/** Whether a call goes to a service that the cloud has. */
export const isOffered = (request: RelayedRequest, relay: Relay): boolean => relay.has(destinationOf(request))

/**
 * The exchange with a service inside the one with the link that carries it: handlers of the link are asked first, then
 * those of the service, then the service itself.
 *
 * @throws {ProtocolDefect} when there is no such service, or the message is not one of its own
 */
export function relayed(carrier: Carrier, request: RelayedRequest, relay: Relay, desk: Desk): Carrier {
  const opened = open(request, serviceOf(destinationOf(request), relay, request.body))
  const { layer, name, message, room, encode } = opened
  const user = request.idName || carrier.user
  const carrying = (body: Uint8Array) =>
    create(HTTPResponseSchema, { txid: request.txid, statusCode: 200, body })
  const inner: Exchange<object> = {
    layer,
    name,
    message,
    user,
    room,
    answer: () => ({ answer: opened.answer() }),
    refusal: opened.refusal,
    send: (answer) => {
      desk.journal.record({ direction: 'out', layer, name: opened.answerName, message: answer, user, room })
      carrier.send(carrying(encode(answer)))
    },
    sendBroken: (part) => (part === 'body' ? carrier.send(carrying(unreadable)) : carrier.sendBroken(part)),
    exception: carrier.exception,
    close: carrier.close,
  }
  return {
    ...carrier,
    answer: () => whenThere(ownAnswer(inner), ({ answer }) => ({ answer: carrying(encode(answer)) })),
    forward: () => desk.answer(inner),
  }
}

function open(request: RelayedRequest, service: Service): Opened {
  if (!('schema' in service)) {
    const path = 'location' in request ? request.location : ''
    return openJson(service, path, request.body)
  }
  const { layer, name, schema, response } = service
  const message = decode(layer, schema, request.body)
  const caller = { user: request.idName, token: 'token' in request ? request.token : '' }
  return {
    layer,
    name,
    message,
    answerName: response.name,
    room: 'roomId' in message ? (message.roomId as string) : undefined,
    answer: () => create(response, service.answer(message, caller)),
    refusal: (code, text, details) => create(response, service.refusal(code, text, message, details)),
    encode: (answer) => encode(response, answer as MessageShape<Schema>),
  }
}

function destinationOf(request: RelayedRequest): Destination {
  return 'interfaceId' in request ? `interface ${request.interfaceId}` : `service ${request.serviceNo}`
}

function serviceOf(destination: Destination, relay: Relay, body: Uint8Array): Service {
  const service = relay.get(destination)
  if (service) return service
  const known = [...relay.keys()].join(', ')
  throw new ProtocolDefect('accesshub', `call relayed to unknown ${destination} (known: ${known})`, body)
}
