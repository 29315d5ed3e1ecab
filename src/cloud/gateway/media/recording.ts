import type { Kind, VideoCodec } from './media.ts'

/** A stretch of a stream that can be played in a loop. The first video packet begins a key frame. */
export interface Recording {
  readonly video: VideoCodec
  /** Length of the loop, a multiple of 20 ms so that it holds whole Opus packets. */
  readonly duration: number
  /** In order of sending. */
  readonly packets: readonly RecordedPacket[]
}

export interface RecordedPacket {
  readonly kind: Kind
  /** Ms since the start. */
  readonly at: number
  /** RTP timestamp, counted from the start. */
  readonly timestamp: number
  readonly marker: boolean
  readonly payload: Uint8Array
}

const MAGIC = 0x5a525450
const VERSION = 1
const codecNames = ['VP8', 'H264'] as const
const HEAD_BYTES = 10
const PACKET_HEAD_BYTES = 9
const [IS_VIDEO, IS_MARKER] = [1, 2]

/**
 * Writes a recording: `5a525450 | version u8 | codec u8 (0 VP8, 1 H264) | duration ms u16 | parameters length u16 |
 * parameters`, then per packet `flags u8 (1 video, 2 marker) | at ms u16 | timestamp u32 | length u16 | payload`; all
 * big endian. Sequence numbers are those of the order.
 */
export function encodeRecording({ video, duration, packets }: Recording): Uint8Array {
  const parameters = new TextEncoder().encode(video.parameters)
  const bytes = packets.reduce((sum, { payload }) => sum + PACKET_HEAD_BYTES + payload.length, HEAD_BYTES)
  const encoded = new Uint8Array(bytes + parameters.length)
  const view = new DataView(encoded.buffer)
  view.setUint32(0, MAGIC)
  view.setUint8(4, VERSION)
  view.setUint8(5, codecNames.indexOf(video.name))
  view.setUint16(6, duration)
  view.setUint16(8, parameters.length)
  encoded.set(parameters, HEAD_BYTES)
  let offset = HEAD_BYTES + parameters.length
  for (const { kind, at, timestamp, marker, payload } of packets) {
    view.setUint8(offset, (kind === 'video' ? IS_VIDEO : 0) | (marker ? IS_MARKER : 0))
    view.setUint16(offset + 1, at)
    view.setUint32(offset + 3, timestamp)
    view.setUint16(offset + 7, payload.length)
    encoded.set(payload, offset + PACKET_HEAD_BYTES)
    offset += PACKET_HEAD_BYTES + payload.length
  }
  return encoded
}

/** @throws when the bytes are not a recording of this version */
export function decodeRecording(bytes: Uint8Array): Recording {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEAD_BYTES || view.getUint32(0) !== MAGIC || view.getUint8(4) !== VERSION) {
    throw new Error(
      `Not a recording of version ${VERSION}; make it anew with scripts/record-virtual-stream.ts`,
    )
  }
  const name = codecNames[view.getUint8(5)]
  if (!name) throw new Error(`A recording of an unknown codec (${view.getUint8(5)})`)
  let offset = HEAD_BYTES + view.getUint16(8)
  const parameters = new TextDecoder().decode(bytes.subarray(HEAD_BYTES, offset))
  const packets: RecordedPacket[] = []
  while (offset < bytes.length) {
    const start = offset + PACKET_HEAD_BYTES
    const end = start <= bytes.length ? start + view.getUint16(offset + 7) : start
    if (end > bytes.length) throw new Error(`A recording that ends within its packet ${packets.length}`)
    const flags = view.getUint8(offset)
    packets.push({
      kind: flags & IS_VIDEO ? 'video' : 'audio',
      marker: (flags & IS_MARKER) !== 0,
      at: view.getUint16(offset + 1),
      timestamp: view.getUint32(offset + 3),
      payload: bytes.subarray(start, end),
    })
    offset = end
  }
  return { video: { name, parameters }, duration: view.getUint16(6), packets }
}
