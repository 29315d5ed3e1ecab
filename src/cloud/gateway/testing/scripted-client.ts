import { create, type MessageInitShape } from '@bufbuild/protobuf'
import type { Tunnel, TunnelClient } from '../../accesshub/tunnel.ts'
import type { WireMessage } from '../../exchange/table.ts'
import { unreadable } from '../../exchange/unreadable.ts'
import { decode, encode, type Schema } from '../../proto/codec.ts'
import type { Gateway } from '../gateway.ts'
import type { NetworkPath } from '../media/network-path.ts'
import type { AnswerOf, PushOf } from '../signaling/answers.ts'
import { decodeFrame, encodeFrame } from '../signaling/frame.ts'
import { acknowledgements, type PushName, pushes, type RequestName, requests } from '../signaling/messages.ts'

/** What the gateway said: an answer or a push, decoded. */
export interface Said {
  readonly name: string
  /** Its message number. */
  readonly cmd: number
  readonly seq: number
  readonly session: number
  readonly message: unknown
}

/** Speaks to a gateway as the SDK does, without an SDK. */
export class ScriptedClient {
  readonly said: Said[] = []
  /** What the tunnel itself was told. */
  readonly signals: string[] = []
  readonly #end: TunnelClient
  readonly #watchers = new Set<() => void>()
  #seq = 0

  constructor(gateway: Gateway, service = 18, path?: NetworkPath) {
    const tunnel: Tunnel = {
      isPassable: () => true,
      service,
      ...(path && { path }),
      send: (payload) => {
        this.said.push(read(payload))
        for (const watch of this.#watchers) watch()
        return true
      },
      exception: (reason) => this.signals.push(`exception ${reason}`),
      break: () => this.signals.push('break'),
      closeLink: (code) => this.signals.push(`close ${code}`),
    }
    this.#end = gateway.open(tunnel)
  }

  get user(): string | undefined {
    return this.#end.user
  }

  /** The bytes of a request. */
  frame<Name extends RequestName>(
    name: Name,
    init: MessageInitShape<RequestSchema<Name>>,
    session = 0,
  ): Uint8Array {
    const { number: cmd, schema }: WireMessage = requests[name]
    this.#seq += 1
    return encodeFrame({ cmd, seq: this.#seq, session, body: body(schema, init) }, 'client')
  }

  raw(payload: Uint8Array): void {
    this.#end.receive(payload, 1n)
  }

  /** Asks and waits for the answer, however long that takes; the test's own time limit ends it. */
  async ask<Name extends RequestName>(
    name: Name,
    init: MessageInitShape<RequestSchema<Name>>,
    session = 0,
  ): Promise<{ session: number; message: Required<Extract<AnswerOf<Name>, object>> }> {
    this.raw(this.frame(name, init, session))
    const seq = this.#seq
    const answer = requests[name].answer.schema.name
    const { session: inSession, message } = await this.hears(
      (said) => said.name === answer && said.seq === seq,
    )
    return { session: inSession, message: message as Required<Extract<AnswerOf<Name>, object>> }
  }

  acknowledge(name: keyof typeof acknowledgements, session: number): void {
    const { number: cmd, schema }: WireMessage = acknowledgements[name]
    this.raw(encodeFrame({ cmd, seq: 1, session, body: body(schema, { result: 0 }) }, 'client'))
  }

  /** Pushes of one name so far. */
  pushes<Name extends PushName>(name: Name): (Said & { message: Required<Extract<PushOf<Name>, object>> })[] {
    return this.said.filter((said) => said.name === name) as never
  }

  hears(matches: (said: Said) => boolean): Promise<Said> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.said.find(matches)
        if (!found) return
        this.#watchers.delete(look)
        resolve(found)
      }
      this.#watchers.add(look)
      look()
    })
  }

  close(): void {
    this.#end.closed()
  }
}

type RequestSchema<Name extends RequestName> = (typeof requests)[Name]['schema']

const body = (schema: Schema, init: object) =>
  encode(schema, create(schema, init as MessageInitShape<Schema>))

const schemas = new Map<number, Schema>([
  ...Object.values(requests).map(({ answer }) => [answer.number, answer.schema] as const),
  ...Object.values(pushes).map(({ number, schema }) => [number, schema] as const),
])

function read(payload: Uint8Array): Said {
  const { cmd, seq, session, body } = decodeFrame(payload, 'gateway')
  const schema: Schema | undefined = schemas.get(cmd)
  if (!schema) return { name: 'unknown', cmd, seq, session, message: {} }
  if (String(body) === String(unreadable)) return { name: 'unreadable', cmd, seq, session, message: {} }
  return { name: schema.name, cmd, seq, session, message: decode('gateway', schema, body) }
}
