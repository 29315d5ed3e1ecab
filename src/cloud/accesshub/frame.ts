import { ProtocolDefect } from '../exchange/defect.ts'

/** One AccessHub frame: a protobuf body on a numbered stream of the link. */
export interface Frame {
  /** Message type, see `messages.ts`. */
  type: number
  /** Stream id: odd for streams the client opened; an answer goes out on the id it came in on. */
  stream: number
  body: Uint8Array
}

const HEADER_BYTES = 13
const MAGIC = 0xaf
/** Far above anything the SDK sends (its longest legal message is a few KiB); guards the cloud's memory. */
export const MAX_BODY_BYTES = 1 << 20

/**
 * Encodes a frame: `af 00 | type u16 | body length u32 | stream u32 | 00 | body`, big endian.
 */
export function encodeFrame({ type, stream, body }: Frame): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER_BYTES + body.length)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, MAGIC)
  view.setUint16(2, type)
  view.setUint32(4, body.length)
  view.setUint32(8, stream)
  bytes.set(body, HEADER_BYTES)
  return bytes
}

/**
 * Splits one WebSocket message into its frames; several may be concatenated.
 *
 * @throws {ProtocolDefect} at the first byte that is not a frame's. Frames before it were already yielded.
 */
export function* decodeFrames(message: Uint8Array): Generator<Frame> {
  for (let offset = 0; offset < message.length; ) {
    const rest = message.subarray(offset)
    if (rest[0] !== MAGIC)
      throw new ProtocolDefect('accesshub', `a frame must begin with af, not ${hex(rest[0])}`, rest)
    if (rest.length < HEADER_BYTES) throw new ProtocolDefect('accesshub', 'truncated frame header', rest)
    const view = new DataView(rest.buffer, rest.byteOffset, rest.byteLength)
    const length = view.getUint32(4)
    if (length > MAX_BODY_BYTES)
      throw new ProtocolDefect('accesshub', `frame of ${length} bytes is too large`, rest)
    if (rest.length < HEADER_BYTES + length) {
      throw new ProtocolDefect(
        'accesshub',
        `truncated frame: ${rest.length - HEADER_BYTES} of ${length} bytes`,
        rest,
      )
    }
    yield {
      type: view.getUint16(2),
      stream: view.getUint32(8),
      body: rest.subarray(HEADER_BYTES, HEADER_BYTES + length),
    }
    offset += HEADER_BYTES + length
  }
}

const hex = (byte = 0) => byte.toString(16).padStart(2, '0')
