import { create, type MessageInitShape, type MessageShape } from '@bufbuild/protobuf'
import { decodeFrames, encodeFrame } from '../accesshub/frame.ts'
import { requests as frames, pushes as linkPushes } from '../accesshub/messages.ts'
import type { Cloud } from '../cloud.ts'
import type { Connection } from '../connection.ts'
import type { MessageOf, RequestName } from '../liveroom/answers.ts'
import { requests } from '../liveroom/messages.ts'
import { decodePacket, encodePacket } from '../liveroom/packet.ts'
import { decode, encode, type Schema } from '../proto/codec.ts'
import { PCUpwardMessageSchema as upwardSchema } from '../proto/gen/accesshub_pb.ts'

type FrameName = (typeof frames)[keyof typeof frames]['name']
type AnswerShape<N extends RequestName> = MessageShape<
  Extract<(typeof requests)[keyof typeof requests], { name: N }>['answer']
>

const ROOM_TUNNEL = 13

/** A client without a browser: speaks the protocol to a cloud in the same process, for its own tests and the bench. */
export class ScriptedClient {
  readonly #connection: Connection
  /** Frames that came back, undecoded. */
  readonly received: Uint8Array[] = []
  closeCode: number | undefined
  #txid = 0n
  #seq = 0
  #contextKey = 0

  constructor(cloud: Cloud) {
    const connection = cloud.accept({
      url: 'wss://accesshub-wss.coolbcloud.com/accesshub',
      send: (data) => this.received.push(data as Uint8Array),
      close: (code = 1005) => {
        this.closeCode = code
      },
    })
    if (!connection) throw new Error('The cloud did not take the link.')
    this.#connection = connection
  }

  /** Delivers bytes as they are, well-formed or not. */
  raw(bytes: Uint8Array | string): void {
    this.#connection.receive(bytes)
  }

  /** The bytes of a link request with a fresh transaction id. */
  frame<N extends FrameName>(name: N, init: object = {}): Uint8Array {
    const [type, { schema }] = entry(frames, name)
    this.#txid += 1n
    const message = create(schema as Schema, { txid: this.#txid, ...init } as MessageInitShape<Schema>)
    return encodeFrame({ type, stream: 3, body: encode(schema as Schema, message) })
  }

  /** The bytes of a room request, in its tunnel. */
  roomFrame<N extends RequestName>(name: N, init: Partial<MessageOf<N>> = {}): Uint8Array {
    const [cmd, { schema }] = entry(requests, name)
    this.#seq += 1
    this.#txid += 1n
    const body = encode(schema as Schema, create(schema as Schema, init as MessageInitShape<Schema>))
    const payload = encodePacket({ cmd, seq: this.#seq, contextKey: this.#contextKey }, body)
    const upward = create(upwardSchema, { txid: this.#txid, serviceNo: 17, payload })
    return encodeFrame({ type: 17, stream: ROOM_TUNNEL, body: encode(upwardSchema, upward) })
  }

  /**
   * Sends a room request.
   *
   * @returns the cloud's answer, or nothing when it gave none at once
   */
  request<N extends RequestName>(name: N, init: Partial<MessageOf<N>> = {}): AnswerShape<N> | undefined {
    const [cmd, { answer }] = entry(requests, name)
    const before = this.received.length
    this.raw(this.roomFrame(name, init))
    for (const packet of this.packets(before)) {
      if (packet.header.cmd !== cmd + 1 || packet.header.seq !== this.#seq) continue
      this.#contextKey = packet.header.contextKey
      return decode('liveroom', answer as Schema, packet.body) as AnswerShape<N>
    }
    return undefined
  }

  /** Room packets that came back, from an index of `received` on. */
  packets(from = 0) {
    return this.received
      .slice(from)
      .flatMap((message) => [...decodeFrames(message)])
      .filter(({ type }) => type === linkPushes.PCDownwardMessage.type)
      .map(({ body }) => decodePacket(decode('accesshub', linkPushes.PCDownwardMessage.schema, body).payload))
  }

  /** Closes the link, as a page that goes away does. */
  close(): void {
    this.#connection.closed()
  }
}

function entry<T extends Record<number, { name: string }>>(table: T, name: string) {
  const found = Object.entries(table).find(([, candidate]) => candidate.name === name)
  if (!found) throw new Error(`No request named ${name}.`)
  return [Number(found[0]), found[1] as T[keyof T]] as const
}
