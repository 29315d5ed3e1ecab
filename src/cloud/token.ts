import { strFromU8, strToU8 } from 'fflate'

/** What can be read in a token without the app's server secret. */
export type TokenCheck =
  | { readonly state: 'valid' | 'expired'; readonly expiresAt: number }
  | { readonly state: 'malformed' | 'opaque' }

/**
 * Makes a token of version 04 that the SDK reads without a complaint: `04` + base64 of
 * `expiry i64 (s) | 16 u16 | iv | 48 u16 | ciphertext`, big endian. Nothing offline can decrypt it, and nothing needs to.
 *
 * @param ttl seconds from now until it expires; negative makes an expired one
 */
export function makeToken(ttl = 3_600): string {
  const bytes = new Uint8Array(8 + 2 + 16 + 2 + 48)
  const view = new DataView(bytes.buffer)
  view.setBigInt64(0, BigInt(Math.floor(Date.now() / 1000) + Math.trunc(ttl)))
  view.setUint16(8, 16)
  crypto.getRandomValues(bytes.subarray(10, 26))
  view.setUint16(26, 48)
  crypto.getRandomValues(bytes.subarray(28))
  return `04${btoa(strFromU8(bytes, true))}`
}

/**
 * Checks what a server can check without the secret. Only versions 03 and 04 carry a readable expiry; anything else
 * is `opaque` and left to pass, so that an app with made-up test tokens can still log in.
 */
export function checkToken(token: string): TokenCheck {
  if (!/^0[34]/.test(token)) return { state: 'opaque' }
  const bytes = fromBase64(token.slice(2))
  if (!bytes || bytes.length < 8) return { state: 'malformed' }
  const expiresAt = Number(new DataView(bytes.buffer).getBigInt64(0)) * 1_000
  return { state: expiresAt > Date.now() ? 'valid' : 'expired', expiresAt }
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return strToU8(atob(text), true)
  } catch {
    return undefined
  }
}
