import type { Recording } from './recording.ts'

/** One encoded picture of a recording. */
export interface EncodedFrame {
  /** Ms since the start. */
  readonly at: number
  readonly isKey: boolean
  readonly data: Uint8Array
}

/** Puts the pictures of a VP8 recording together from their RTP packets (RFC 7741). */
export function vp8Frames({ video, packets }: Recording): EncodedFrame[] {
  if (video.name !== 'VP8') throw new TypeError(`Only VP8 recordings can be taken apart, not ${video.name}`)
  const frames: EncodedFrame[] = []
  let parts: Uint8Array[] = []
  for (const { kind, at, marker, payload } of packets) {
    if (kind !== 'video') continue
    parts.push(payload.subarray(descriptorBytes(payload)))
    if (!marker) continue
    const data = joined(parts)
    // The lowest bit of a frame is 0 in key frames.
    frames.push({ at, isKey: ((data[0] ?? 1) & 1) === 0, data })
    parts = []
  }
  return frames
}

/** Length of the payload descriptor: a byte, extensions if X is set, then as I, L and T or K ask. */
function descriptorBytes(payload: Uint8Array): number {
  const [first = 0, extensions = 0, pictureId = 0] = payload
  if (!(first & 0x80)) return 1
  let length = 2
  if (extensions & 0x80) length += pictureId & 0x80 ? 2 : 1
  if (extensions & 0x40) length += 1
  if (extensions & 0x30) length += 1
  return length
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
