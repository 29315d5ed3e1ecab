import type { PeerFactory } from '../media/peer.ts'
import { PagePlayer } from './player.ts'
import { PagePublisher } from './publisher.ts'

/** Makes the gateway's peers in a page, on its own RTCPeerConnection: for the cloud that runs inside a browser. */
export const pagePeers: PeerFactory = (request, network) =>
  request.role === 'publisher' ? new PagePublisher(network) : new PagePlayer(request.media, network)
