import { strFromU8, strToU8 } from 'fflate'

/** What a token of version 04 says, once it is decrypted with the app's server secret. */
export interface TokenContent {
  readonly app_id: number
  readonly user_id: string
  readonly nonce: number
  /** When it was made, in s since 1970. */
  readonly ctime: number
  /** Until when it is good, in s since 1970. */
  readonly expire: number
  /** JSON of a {@link Privileges}, or nothing: then it is good for everything. */
  readonly payload: string
}

/** What a token is good for. */
export interface Privileges {
  /** The only room; any, where it is empty. */
  readonly room_id: string
  /** 1: to log in, 2: to publish; 1 says yes, 0 no. */
  readonly privilege: Readonly<Record<string, number>>
  /** The only streams that may be published; any, where there is no list. */
  readonly stream_id_list: readonly string[] | null
}

/** How a token is encrypted: CBC, or GCM, which says so in a byte at its end. */
export type TokenMode = 'AES-CBC' | 'AES-GCM'

const vectorBytes = { 'AES-CBC': 16, 'AES-GCM': 12 } as const
const gcmMark = 1

/**
 * Encrypts a token of version 04, as the generators of ZEGO's do: `04` + base64 of `expiry i64 (s) | length u16 | vector |
 * length u16 | ciphertext`, big endian; with GCM a byte 1 follows.
 *
 * @throws {RangeError} when the secret is no text of 32 bytes
 */
export async function sealToken(content: TokenContent, secret: string, mode: TokenMode): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(vectorBytes[mode]))
  const text = strToU8(JSON.stringify(content))
  const key = await keyOf(secret, mode)
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: mode, iv }, key, new Uint8Array(text)))
  const bytes = new Uint8Array(8 + 2 + iv.length + 2 + sealed.length + Number(mode === 'AES-GCM'))
  const view = new DataView(bytes.buffer)
  view.setBigInt64(0, BigInt(content.expire))
  view.setUint16(8, iv.length)
  bytes.set(iv, 10)
  view.setUint16(10 + iv.length, sealed.length)
  bytes.set(sealed, 12 + iv.length)
  if (mode === 'AES-GCM') bytes[bytes.length - 1] = gcmMark
  return `04${btoa(strFromU8(bytes, true))}`
}

/** Decrypts a token. Nothing, where it is no token of version 04 or was encrypted with another secret. */
export async function openToken(token: string, secret: string): Promise<TokenContent | undefined> {
  if (!token.startsWith('04')) return undefined
  const key = (mode: TokenMode) => keyOf(secret, mode)
  try {
    const bytes = new Uint8Array(strToU8(atob(token.slice(2)), true))
    const view = new DataView(bytes.buffer)
    const ivEnd = 10 + view.getUint16(8)
    const end = ivEnd + 2 + view.getUint16(ivEnd)
    const mode = bytes.length > end && bytes[end] === gcmMark ? 'AES-GCM' : 'AES-CBC'
    const how = { name: mode, iv: bytes.slice(10, ivEnd) }
    const opened = await crypto.subtle.decrypt(how, await key(mode), bytes.slice(ivEnd + 2, end))
    const content: unknown = JSON.parse(strFromU8(new Uint8Array(opened)))
    return isContent(content) ? content : undefined
  } catch (error) {
    if (error instanceof RangeError && /server secret/.test(error.message)) throw error
    return undefined
  }
}

/** @throws {RangeError} unless the secret has 32 bytes */
export function checkSecret(secret: string): void {
  const { length } = new TextEncoder().encode(secret)
  if (length === 32) return
  throw new RangeError(
    `A server secret has 32 bytes, this one has ${length}. Copy it from ZEGO's console, or make one up: 'x'.repeat(32).`,
  )
}

function keyOf(secret: string, mode: TokenMode): Promise<CryptoKey> {
  checkSecret(secret)
  const raw = new TextEncoder().encode(secret)
  return crypto.subtle.importKey('raw', raw, mode, false, ['encrypt', 'decrypt'])
}

const isContent = (value: unknown): value is TokenContent =>
  typeof value === 'object' && value !== null && 'app_id' in value && 'user_id' in value && 'expire' in value
