import { strFromU8, strToU8 } from 'fflate'
import { demandFields, demandOneOf, demandText, demandWhole, shown } from './exchange/demand.ts'
import { type Privileges, sealToken, type TokenMode } from './token-cipher.ts'

/** What can be read in a token without the app's server secret. */
export type TokenCheck =
  | { readonly state: 'valid' | 'expired'; readonly expiresAt: number }
  | { readonly state: 'malformed' | 'opaque' }

/** Who a token is for, and what it lets them do. */
export interface TokenOptions {
  /** The app that it is for. */
  readonly appId: number
  /** The only user that it is for. */
  readonly userId: string
  /** The app's server secret, of 32 bytes: the same as in `cloudConfiguration.serverSecret`. */
  readonly secret: string
  /** Seconds from now until it expires; negative makes an expired one. An hour, by default. */
  readonly expiresIn?: number
  /** The only room it is for. */
  readonly room?: string
  /** Whether it is good for publishing, or the only streams it is for. */
  readonly publish?: boolean | readonly string[]
  /** How it is encrypted; CBC, by default. */
  readonly mode?: TokenMode
  /** What time it is for whoever makes it, in ms since 1970: `cloud.clock.now()`, where a test moves that clock. */
  readonly now?: number
}

/**
 * Makes a token of version 04 that the SDK reads without a complaint: `04` + base64 of
 * `expiry i64 (s) | 16 u16 | iv | 48 u16 | ciphertext`, big endian. Nothing can decrypt it, and without a server secret in
 * `cloudConfiguration` nothing needs to.
 *
 * @param ttl seconds from now until it expires; negative makes an expired one
 * @throws {TypeError} when that is no number
 */
export function makeToken(ttl?: number): string
/**
 * Makes a token as ZEGO's own generators do: encrypted with the app's server secret, for one user.
 *
 * @throws {RangeError} when the secret has not 32 bytes
 * @throws {TypeError} for an option that there is not, or a value that it cannot have
 * @example await makeToken({ appId: 1234567890, userId: 'host', secret, room: 'room-1', publish: false })
 */
export function makeToken(options: TokenOptions): Promise<string>
export function makeToken(wanted: number | TokenOptions = 3_600): string | Promise<string> {
  if (typeof wanted === 'object' && wanted !== null) return readableToken(wanted)
  return unreadableToken(inSeconds(wanted))
}

/** @throws {TypeError} when it is no time that a token can last */
function inSeconds(seconds: number): number {
  if (Number.isFinite(seconds)) return Math.trunc(seconds)
  throw new TypeError(`A token lasts a number of seconds, such as 3600, not ${String(seconds)}.`)
}

const names = ['appId', 'userId', 'secret', 'expiresIn', 'room', 'publish', 'mode', 'now'] as const

/** A token for nobody, or for any stream where one was meant, would be refused or let pass for a reason that nobody looks for. */
function checkOptions({ appId, userId, room, publish, mode = 'AES-CBC', now, ...others }: TokenOptions) {
  demandFields('makeToken', { ...others }, names)
  demandWhole('appId', appId, 1, 2 ** 32 - 1)
  demandText('userId', userId)
  if (room !== undefined) demandText('room', room)
  if (publish !== undefined && typeof publish !== 'boolean' && !isTexts(publish))
    throw new TypeError(`publish takes true, false or a list of stream IDs, not ${shown(publish)}.`)
  demandOneOf('mode', mode, ['AES-CBC', 'AES-GCM'])
  if (now !== undefined && !Number.isFinite(now))
    throw new TypeError(`now takes ms since 1970, not ${shown(now)}.`)
}

const isTexts = (value: unknown) => Array.isArray(value) && value.every((each) => typeof each === 'string')

async function readableToken(options: TokenOptions): Promise<string> {
  checkOptions(options)
  const { appId, userId, secret, expiresIn = 3_600, mode = 'AES-CBC', now = Date.now() } = options
  const ctime = Math.floor(now / 1_000)
  const content = {
    app_id: appId,
    user_id: userId,
    nonce: crypto.getRandomValues(new Int32Array(1))[0] ?? 0,
    ctime,
    expire: ctime + inSeconds(expiresIn),
    payload: payloadOf(options),
  }
  return sealToken(content, secret, mode)
}

function payloadOf({ room, publish }: TokenOptions): string {
  if (room === undefined && publish === undefined) return ''
  const privileges: Privileges = {
    room_id: room ?? '',
    privilege: { 1: 1, 2: publish === false ? 0 : 1 },
    stream_id_list: Array.isArray(publish) ? publish : null,
  }
  return JSON.stringify(privileges)
}

function unreadableToken(ttl: number): string {
  const bytes = new Uint8Array(8 + 2 + 16 + 2 + 48)
  const view = new DataView(bytes.buffer)
  view.setBigInt64(0, BigInt(Math.floor(Date.now() / 1000) + ttl))
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
export function checkToken(token: string, now = Date.now()): TokenCheck {
  if (!/^0[34]/.test(token)) return { state: 'opaque' }
  const bytes = fromBase64(token.slice(2))
  if (!bytes || bytes.length < 8) return { state: 'malformed' }
  const expiresAt = Number(new DataView(bytes.buffer).getBigInt64(0)) * 1_000
  return { state: expiresAt > now ? 'valid' : 'expired', expiresAt }
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return strToU8(atob(text), true)
  } catch {
    return undefined
  }
}
