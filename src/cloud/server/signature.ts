import { md5, sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** What the signature of a call is made of. */
export interface Signed {
  readonly appId: number | string
  /** `SignatureNonce`: any text, another one for each call. */
  readonly nonce: string
  /** The app's server secret. */
  readonly secret: string
  /** `Timestamp`: s since 1970. */
  readonly timestamp: number | string
}

/**
 * The signature of a call of the server API: the MD5 of AppId, SignatureNonce, ServerSecret and Timestamp, one after the other,
 * in lower-case hexadecimal (ZEGO's documentation, "Calling the server API").
 */
export const callSignature = ({ appId, nonce, secret, timestamp }: Signed): string =>
  bytesToHex(md5(`${appId}${nonce}${secret}${timestamp}`))

/**
 * The signature of a callback: the SHA-1 of callback secret, timestamp and nonce, sorted as texts and joined, in lower-case
 * hexadecimal (ZEGO's documentation, "Callbacks: verify the signature").
 *
 * @param timestamp s since 1970
 */
export const callbackSignature = (secret: string, timestamp: string, nonce: string): string =>
  bytesToHex(sha1([secret, timestamp, nonce].sort().join('')))
