/** Turns to the left of each step; four to a round, over and over. */
const turns = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
const sines = Array.from({ length: 64 }, (_, step) => Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32))

/**
 * The MD5 of a text in UTF-8 (RFC 1321), as 32 lower-case hexadecimal digits. Neither a page nor the Web Crypto API has it, and
 * the server API is signed with it. It protects nothing.
 */
export function md5(text: string): string {
  const words = padded(new TextEncoder().encode(text))
  let [a, b, c, d] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]
  for (let block = 0; block < words.length; block += 16) {
    const [e, f, g, h] = mixed([a, b, c, d], words.subarray(block, block + 16))
    a = (a + e) | 0
    b = (b + f) | 0
    c = (c + g) | 0
    d = (d + h) | 0
  }
  const digest = new DataView(new ArrayBuffer(16))
  for (const [at, word] of [a, b, c, d].entries()) digest.setInt32(at * 4, word, true)
  return Array.from(new Uint8Array(digest.buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

type State = readonly [number, number, number, number]

function mixed(state: State, words: Uint32Array): State {
  let [a, b, c, d] = state
  for (let step = 0; step < 64; step++) {
    const round = step >> 4
    const [mix, word] = choose(round, step, b, c, d)
    const sum = (a + mix + (sines[step] ?? 0) + (words[word & 15] ?? 0)) | 0
    const turn = turns[round * 4 + (step & 3)] ?? 0
    ;[a, d, c] = [d, c, b]
    b = (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0
  }
  return [a, b, c, d]
}

function choose(round: number, step: number, b: number, c: number, d: number): [mix: number, word: number] {
  if (round === 0) return [(b & c) | (~b & d), step]
  if (round === 1) return [(d & b) | (~d & c), 5 * step + 1]
  if (round === 2) return [b ^ c ^ d, 3 * step + 5]
  return [c ^ (b | ~d), 7 * step]
}

/** Bytes, a one, zeros and the length in bits, in words of little-endian order. */
function padded(bytes: Uint8Array): Uint32Array {
  const length = (((bytes.length + 8) >> 6) + 1) * 16
  const view = new DataView(new ArrayBuffer(length * 4))
  for (const [at, byte] of bytes.entries()) view.setUint8(at, byte)
  view.setUint8(bytes.length, 0x80)
  view.setUint32((length - 2) * 4, bytes.length * 8, true)
  return Uint32Array.from({ length }, (_, at) => view.getUint32(at * 4, true))
}
