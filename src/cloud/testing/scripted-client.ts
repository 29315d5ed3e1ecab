import { create, type MessageInitShape, type MessageShape } from '@bufbuild/protobuf'
import { decodeFrames, encodeFrame } from '../accesshub/frame.ts'
import { requests as frames, pushes as linkPushes } from '../accesshub/messages.ts'
import type { Cloud } from '../cloud.ts'
import type { Connection } from '../connection.ts'
import type { NameIn, WireMessage } from '../exchange/table.ts'
import type { MessageOf, RequestName } from '../liveroom/answers.ts'
import { requests } from '../liveroom/messages.ts'
import { decodePacket, encodePacket } from '../liveroom/packet.ts'
import { decode, encode, type Schema } from '../proto/codec.ts'
import { PCUpwardMessageSchema as upwardSchema } from '../proto/gen/accesshub_pb.ts'

type FrameName = NameIn<typeof frames>
type AnswerShape<N extends RequestName> = MessageShape<(typeof requests)[N]['answer']['schema']>

const ROOM_TUNNEL = 13

/** A client without a browser: speaks the protocol to a cloud in the same process, for its own tests and the bench. */
export class ScriptedClient {
  readonly #connection: Connection
  /** Frames that came back, undecoded. */
  readonly received: Uint8Array[] = []
  closeCode: number | undefined
  /** Whether its way to the cloud is; one that is not stays open, and nobody is told. */
  isPassable = true
  /** Which of its seats it speaks of: the last that an answer named. */
  contextKey = 0
  #txid = 0n
  #seq = 0

  constructor(cloud: Cloud) {
    const connection = cloud.accept({
      url: 'wss://accesshub-wss.coolbcloud.com/accesshub',
      send: (data) => this.isPassable && this.received.push(data as Uint8Array) > 0,
      isPassable: () => this.isPassable,
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
    const { number: type, schema }: WireMessage = frames[name]
    this.#txid += 1n
    const message = create(schema, { txid: this.#txid, ...init } as MessageInitShape<Schema>)
    return encodeFrame({ type, stream: 3, body: encode(schema, message) })
  }

  /** The bytes of a room request, in its tunnel. */
  roomFrame<N extends RequestName>(name: N, init: Partial<MessageOf<N>> = {}): Uint8Array {
    const { number: cmd, schema }: WireMessage = requests[name]
    this.#seq += 1
    this.#txid += 1n
    const body = encode(schema, create(schema, init as MessageInitShape<Schema>))
    const payload = encodePacket({ cmd, seq: this.#seq, contextKey: this.contextKey }, body)
    const upward = create(upwardSchema, { txid: this.#txid, serviceNo: 17, payload })
    return encodeFrame({ type: 17, stream: ROOM_TUNNEL, body: encode(upwardSchema, upward) })
  }

  /**
   * Sends a room request.
   *
   * @returns the cloud's answer, or nothing when it gave none at once
   */
  request<N extends RequestName>(name: N, init: Partial<MessageOf<N>> = {}): AnswerShape<N> | undefined {
    const { answer } = requests[name]
    const before = this.received.length
    this.raw(this.roomFrame(name, init))
    for (const packet of this.packets(before)) {
      if (packet.header.cmd !== answer.number || packet.header.seq !== this.#seq) continue
      this.contextKey = packet.header.contextKey
      return decode('liveroom', answer.schema, packet.body) as AnswerShape<N>
    }
    return undefined
  }

  /** Room packets that came back, from an index of `received` on. */
  packets(from = 0) {
    return this.received
      .slice(from)
      .flatMap((message) => [...decodeFrames(message)])
      .filter(({ type }) => type === linkPushes.PCDownwardMessage.number)
      .map(({ body }) => decodePacket(decode('accesshub', linkPushes.PCDownwardMessage.schema, body).payload))
  }

  /** Closes the link, as a page that goes away does. */
  close(): void {
    this.#connection.closed()
  }
}
