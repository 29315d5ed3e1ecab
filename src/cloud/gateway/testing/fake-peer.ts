import { Refusal } from '../../exchange/refusal.ts'
import { LiveMedia } from '../media/live-media.ts'
import type { Media } from '../media/media.ts'
import { NetworkPath } from '../media/network-path.ts'
import { nothingCarried, type Peer, type PeerRequest } from '../media/peer.ts'
import { result } from '../signaling/result.ts'

/** A peer without a network: the test says when it connects and when it is over. */
export class FakePeer implements Peer {
  readonly path = new NetworkPath()
  readonly connected: Promise<void>
  readonly over: Promise<void>
  readonly paused = new Set<string>()
  readonly playing: Media[] = []
  connect: () => void = () => {}
  end: () => void = () => {}
  isClosed = false
  keyFrameRequests = 0
  media: LiveMedia | undefined
  readonly #publishes: boolean

  constructor(request: PeerRequest) {
    this.#publishes = request.role === 'publisher'
    if (request.role === 'player') this.playing.push(request.media)
    this.connected = new Promise((resolve) => {
      this.connect = resolve
    })
    this.over = new Promise((resolve) => {
      this.end = resolve
    })
  }

  /** An "offer" here is `H264` or `VP8`, anything else is refused. */
  async answer(offer: string): Promise<string> {
    if (offer !== 'H264' && offer !== 'VP8') throw new Refusal(result.invalidSdp, 'no offer')
    const requestKeyFrame = () => {
      this.keyFrameRequests += 1
    }
    if (this.#publishes) {
      this.media ??= new LiveMedia({ video: { name: offer, parameters: '' }, audio: true }, requestKeyFrame)
    }
    return `answer to ${offer}`
  }

  play(media: Media): void {
    this.playing.push(media)
  }

  pause(kind: string, paused: boolean): void {
    if (paused) this.paused.add(kind)
    else this.paused.delete(kind)
  }

  stats() {
    return nothingCarried
  }

  async close(): Promise<void> {
    this.isClosed = true
    this.end()
  }
}

/** Makes fake peers and keeps them, in order. */
export function fakePeers() {
  const made: FakePeer[] = []
  const create = (request: PeerRequest) => {
    const peer = new FakePeer(request)
    made.push(peer)
    return peer
  }
  return { made, create }
}
