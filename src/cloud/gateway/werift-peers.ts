import type { PeerFactory } from './peer.ts'
import { WeriftPlayer } from './werift-player.ts'
import { WeriftPublisher } from './werift-publisher.ts'

/** Makes the gateway's peers on werift: real WebRTC in this Node process. */
export const weriftPeers: PeerFactory = (request, network) =>
  request.role === 'publisher' ? new WeriftPublisher(network) : new WeriftPlayer(request.media, network)
