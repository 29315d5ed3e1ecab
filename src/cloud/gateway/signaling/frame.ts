import { create } from '@bufbuild/protobuf'
import { ProtocolDefect } from '../../exchange/defect.ts'
import { decode, encode } from '../../proto/codec.ts'
import { HeaderSchema, HeadSchema } from '../../proto/gen/gateway_pb.ts'

/** One signaling message of the media gateway: the payload of a tunnel message of service 18 or 19. */
export interface Frame {
  /** Message number, see `messages.ts`. */
  cmd: number
  /** Chosen by whoever asks; an answer repeats it. */
  seq: number
  /** The media session it is about, 0 where there is none yet. */
  session: number
  body: Uint8Array
}

/** Value of the outer header by sender. The SDK drops anything else with an error in its log. */
const sender = { client: 100, gateway: 101 } as const

const OUTER = { magic: 0xb5, bytes: 8 }
const INNER = { magic: 0x11, bytes: 7 }

/**
 * Encodes a frame: `b5 00 | Header length u16 | inner length u32 | Header | inner`, where inner is
 * `11 | Head length u16 | body length u32 | Head | body`; all big endian.
 *
 * @param from who sends it; the gateway unless told otherwise
 */
export function encodeFrame(
  { cmd, seq, session, body }: Frame,
  from: keyof typeof sender = 'gateway',
): Uint8Array {
  const header = encode(HeaderSchema, create(HeaderSchema, { cmd: sender[from] }))
  const head = encode(HeadSchema, create(HeadSchema, { cmd, seq, sessionId: session }))
  const innerBytes = INNER.bytes + head.length + body.length
  const bytes = new Uint8Array(OUTER.bytes + header.length + innerBytes)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, OUTER.magic)
  view.setUint16(2, header.length)
  view.setUint32(4, innerBytes)
  bytes.set(header, OUTER.bytes)
  const inner = OUTER.bytes + header.length
  view.setUint8(inner, INNER.magic)
  view.setUint16(inner + 1, head.length)
  view.setUint32(inner + 3, body.length)
  bytes.set(head, inner + INNER.bytes)
  bytes.set(body, inner + INNER.bytes + head.length)
  return bytes
}

/** @throws {ProtocolDefect} unless the payload is exactly one frame, sent by `from` */
export function decodeFrame(payload: Uint8Array, from: keyof typeof sender = 'client'): Frame {
  const outer = split(payload, OUTER, 2, 'outer')
  const { cmd: origin } = decode('gateway', HeaderSchema, outer.head)
  if (origin !== sender[from]) {
    throw new ProtocolDefect(
      'gateway',
      `a frame of the ${from} has cmd ${sender[from]}, not ${origin}`,
      payload,
    )
  }
  const inner = split(outer.rest, INNER, 1, 'inner')
  const { cmd, seq, sessionId } = decode('gateway', HeadSchema, inner.head)
  return { cmd, seq, session: sessionId, body: inner.rest }
}

/** Both frames are a magic byte, two lengths and two parts; the lengths must fill the bytes exactly. */
function split(bytes: Uint8Array, { magic, bytes: prefix }: typeof OUTER, lengthsAt: number, which: string) {
  if (bytes.length < prefix) throw new ProtocolDefect('gateway', `truncated ${which} frame`, bytes)
  if (bytes[0] !== magic) {
    throw new ProtocolDefect('gateway', `the ${which} frame must begin with ${magic.toString(16)}`, bytes)
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const middle = prefix + view.getUint16(lengthsAt)
  const end = middle + view.getUint32(lengthsAt + 2)
  if (end !== bytes.length) {
    throw new ProtocolDefect('gateway', `${which} frame of ${end} bytes in ${bytes.length} bytes`, bytes)
  }
  return { head: bytes.subarray(prefix, middle), rest: bytes.subarray(middle) }
}
