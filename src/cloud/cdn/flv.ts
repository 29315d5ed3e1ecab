/** Types of the tags that a live stream has. */
export const tagType = { sound: 8, picture: 9 } as const

/** `FLV`, version 1, with sound and pictures; then the size of the tag before the first, which is none. */
export const fileHeader: Uint8Array = Uint8Array.from([0x46, 0x4c, 0x56, 1, 5, 0, 0, 0, 9, 0, 0, 0, 0])

const HEAD_BYTES = 11
const LENGTH_BYTES = 4

/** One tag of an FLV: `type u8 | length u24 | ms u24, u8 | stream u24 | body | length of all before u32`. */
export function tag(type: number, ms: number, body: Uint8Array): Uint8Array {
  const whole = new Uint8Array(HEAD_BYTES + body.length + LENGTH_BYTES)
  const view = new DataView(whole.buffer)
  view.setUint32(0, body.length)
  view.setUint8(0, type)
  // The upper 8 bits of the time stand after the lower 24.
  view.setUint32(4, (ms << 8) | ((ms >>> 24) & 0xff))
  whole.set(body, HEAD_BYTES)
  view.setUint32(HEAD_BYTES + body.length, HEAD_BYTES + body.length)
  return whole
}

/** Puts bytes one after the other. */
export function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
