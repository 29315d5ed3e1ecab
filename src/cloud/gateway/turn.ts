import { create } from '@bufbuild/protobuf'
import { encode } from '../proto/codec.ts'
import { WebrtcCmdReqMsgSchema } from '../proto/gen/gatewaycommand_pb.ts'

/** The relay clients are told of. Nothing answers there: their packets reach the gateway directly. */
export const turn = {
  url: 'turn:127.0.0.1:3478?transport=udp',
  username: 'relay-user',
  credential: 'relay-credential',
} as const

/** LoginReq.sdk_version holds `major << 20 | minor << 8 | patch`, and the kind of SDK above that. */
const release = (sdkVersion: number) => sdkVersion & 0x0fffff00
const CONFIGURES_ONLY_WITH_SERVERS = (3 << 20) | (12 << 8)

/**
 * `params_ext` of an answer. SDKs before 3.12 hand an empty server list to the peer connection, which throws, and never
 * end publishing; so these, and only these, are told of a relay.
 */
export function turnParameters(sdkVersion: number | undefined, peerId: number): Uint8Array | undefined {
  if (sdkVersion === undefined || release(sdkVersion) >= CONFIGURES_ONLY_WITH_SERVERS) return undefined
  const { url: turnUrls, username: turnUsername, credential: turnAuthKey } = turn
  const peerExtParamsPush = { turnUrls, turnUsername, turnAuthKey, peerId }
  return encode(WebrtcCmdReqMsgSchema, create(WebrtcCmdReqMsgSchema, { peerExtParamsPush }))
}
