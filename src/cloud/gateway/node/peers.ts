import type { PeerFactory } from '../media/peer.ts'
import { WeriftPlayer } from './player.ts'
import { WeriftPublisher } from './publisher.ts'

/** Makes the gateway's peers on werift: real WebRTC in this Node process. */
export const weriftPeers: PeerFactory = (request, network) =>
  request.role === 'publisher' ? new WeriftPublisher(network) : new WeriftPlayer(request.media, network)
