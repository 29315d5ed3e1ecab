import { create } from '@bufbuild/protobuf'
import { encode } from '../../proto/codec.ts'
import { WebrtcCmdReqMsgSchema } from '../../proto/gen/gatewaycommand_pb.ts'

/** A TURN server as clients are told of it. */
export interface RelayServer {
  readonly url: string
  readonly username: string
  readonly credential: string
}

/** The relay of clients that must be told of one. Nothing answers there: their packets reach the gateway directly. */
export const turn: RelayServer = {
  url: 'turn:127.0.0.1:3478?transport=udp',
  username: 'relay-user',
  credential: 'relay-credential',
}

/** LoginReq.sdk_version holds `major << 20 | minor << 8 | patch`, and the kind of SDK above that. */
const release = (sdkVersion: number) => sdkVersion & 0x0fffff00
const CONFIGURES_ONLY_WITH_SERVERS = (3 << 20) | (12 << 8)

/**
 * The relay to name in an answer: the gateway's, if it has one. SDKs before 3.12 hand an empty server list to the peer
 * connection, which throws, and never end publishing; so these, and only these, are always told of a relay.
 */
export function relayFor(
  sdkVersion: number | undefined,
  relay: RelayServer | undefined,
): RelayServer | undefined {
  if (relay || sdkVersion === undefined) return relay
  return release(sdkVersion) < CONFIGURES_ONLY_WITH_SERVERS ? turn : undefined
}

/** `params_ext` of an answer. */
export function relayParameters({ url, username, credential }: RelayServer, peerId: number): Uint8Array {
  const peerExtParamsPush = { turnUrls: url, turnUsername: username, turnAuthKey: credential, peerId }
  return encode(WebrtcCmdReqMsgSchema, create(WebrtcCmdReqMsgSchema, { peerExtParamsPush }))
}
