import { create, type MessageShape } from '@bufbuild/protobuf'
import { ProtocolDefect } from '../exchange/defect.ts'
import { decode, encode } from '../proto/codec.ts'
import { HeaderSchema } from '../proto/gen/switch_pb.ts'

/** One LiveRoom packet: the payload of a tunnel message of service 17. */
export interface Packet {
  header: MessageShape<typeof HeaderSchema>
  body: Uint8Array
}

const PREFIX_BYTES = 7
const MAGIC = 0x31

/** Encodes a packet: `31 | header length u16 | body length u32 | Header | body`, big endian. */
export function encodePacket(
  header: { cmd: number; seq: number; contextKey: number },
  body: Uint8Array,
): Uint8Array {
  const head = encode(HeaderSchema, create(HeaderSchema, { ...header, timestamp: BigInt(Date.now()) }))
  const bytes = new Uint8Array(PREFIX_BYTES + head.length + body.length)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, MAGIC)
  view.setUint16(1, head.length)
  view.setUint32(3, body.length)
  bytes.set(head, PREFIX_BYTES)
  bytes.set(body, PREFIX_BYTES + head.length)
  return bytes
}

/** @throws {ProtocolDefect} unless the payload is exactly one packet. */
export function decodePacket(payload: Uint8Array): Packet {
  if (payload.length < PREFIX_BYTES) throw new ProtocolDefect('liveroom', 'truncated packet prefix', payload)
  if (payload[0] !== MAGIC) throw new ProtocolDefect('liveroom', 'a packet must begin with 31', payload)
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength)
  const bodyStart = PREFIX_BYTES + view.getUint16(1)
  const end = bodyStart + view.getUint32(3)
  if (end !== payload.length) {
    throw new ProtocolDefect('liveroom', `a packet of ${end} bytes came in ${payload.length} bytes`, payload)
  }
  return {
    header: decode('liveroom', HeaderSchema, payload.subarray(PREFIX_BYTES, bodyStart)),
    body: payload.subarray(bodyStart),
  }
}
