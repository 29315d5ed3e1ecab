/** An RTP packet, as far as pictures are put together from it. */
export interface RtpPacket {
  readonly kind: 'audio' | 'video'
  /** In the clock of the kind, counted from the start; 90 kHz for video. */
  readonly timestamp: number
  readonly payload: Uint8Array
}

/** One picture of an H.264 stream: its NAL units, without start codes. */
export interface Picture {
  /** Ms since the start. */
  readonly at: number
  readonly units: readonly Uint8Array[]
}

/** Types of NAL units: a picture that needs no other, and what a decoder must know first. */
export const unitType = { keyPicture: 5, sequence: 7, picture: 8, delimiter: 9 } as const
/** Types of RTP payloads that are no single unit: several in one (STAP-A), one in several (FU-A). */
const [SEVERAL, PART] = [24, 28]
const [IS_FIRST, IS_LAST] = [0x80, 0x40]
const ticksPerMs = 90

export const typeOf = ([first = 0]: Uint8Array): number => first & 0x1f

/** Puts pictures together from the packets of a recording, in order of time (RFC 6184). */
export function picturesOf(packets: readonly RtpPacket[]): Picture[] {
  const byTime = new Map<number, Uint8Array[]>()
  let part: number[] = []
  for (const { kind, timestamp, payload } of packets) {
    if (kind !== 'video') continue
    const units = byTime.get(timestamp) ?? []
    byTime.set(timestamp, units)
    const type = typeOf(payload)
    if (type === SEVERAL) units.push(...unitsIn(payload))
    else if (type !== PART) units.push(payload)
    else {
      const [indicator = 0, header = 0, ...bytes] = payload
      if (header & IS_FIRST) part = [(indicator & 0xe0) | (header & 0x1f)]
      part.push(...bytes)
      if (header & IS_LAST) units.push(Uint8Array.from(part))
    }
  }
  return [...byTime]
    .map(([timestamp, units]) => ({ at: Math.round(timestamp / ticksPerMs), units }))
    .sort((a, b) => a.at - b.at)
}

function unitsIn(payload: Uint8Array): Uint8Array[] {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength)
  const units: Uint8Array[] = []
  for (let at = 1; at + 2 < payload.length; ) {
    const end = at + 2 + view.getUint16(at)
    units.push(payload.subarray(at + 2, end))
    at = end
  }
  return units
}
