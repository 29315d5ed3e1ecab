import { Refusal } from '../../exchange/refusal.ts'
import type { Kind, Media } from '../media/media.ts'
import { NetworkPath } from '../media/network-path.ts'
import { nothingCarried, type Peer, type PeerStats } from '../media/peer.ts'
import { result } from '../signaling/result.ts'

const STATS_INTERVAL_MS = 500

/**
 * What publisher and player of a page have in common: the page's own RTCPeerConnection.
 *
 * A page has no hand on its packets. A cut is the connection's end for good, so that the client at the other end loses
 * ICE, and nothing connects before the path heals; loss and delay are not possible.
 */
export abstract class PagePeer implements Peer {
  readonly path = new NetworkPath()
  readonly connected: Promise<void>
  readonly over: Promise<void>
  protected readonly connection = new RTCPeerConnection()
  readonly #paths: readonly NetworkPath[]
  readonly #leave: (() => void)[]
  readonly #timer: ReturnType<typeof setInterval>
  #stats = nothingCarried
  #end: () => void = () => {}

  constructor(network: NetworkPath) {
    this.#paths = [network, this.path]
    this.#leave = this.#paths.map((path) => path.onChange(() => this.#obey()))
    this.connected = new Promise((resolve) => {
      this.connection.addEventListener('connectionstatechange', () => {
        if (this.connection.connectionState === 'connected') resolve()
      })
    })
    this.over = new Promise((resolve) => {
      this.#end = resolve
    })
    this.#timer = setInterval(() => this.#measure(), STATS_INTERVAL_MS)
  }

  abstract readonly media: Media | undefined
  abstract answer(offer: string): Promise<string>
  abstract play(media: Media): void
  abstract pause(kind: Kind, paused: boolean): void

  protected async negotiate(
    offer: string,
    prepare: (transceiver: RTCRtpTransceiver) => void,
  ): Promise<string> {
    try {
      await this.connection.setRemoteDescription({ type: 'offer', sdp: offer })
      for (const transceiver of this.connection.getTransceivers()) prepare(transceiver)
      await this.connection.setLocalDescription()
    } catch (error) {
      throw new Refusal(result.invalidSdp, `The offer cannot be answered: ${(error as Error).message}`)
    }
    await this.#gathered()
    const answer = this.connection.localDescription?.sdp ?? ''
    this.#obey()
    return answer
  }

  /** As of the last half second. */
  stats(): PeerStats {
    return this.#stats
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    for (const leave of this.#leave) leave()
    this.connection.close()
    this.#end()
  }

  #obey(): void {
    if (this.#paths.some((path) => path.isImpaired)) {
      throw new Error(
        'A page can cut its media but neither lose nor delay packets; use the gateway in Node for that',
      )
    }
    if (this.#paths.some((path) => path.isCut('up') || path.isCut('down'))) this.connection.close()
  }

  #gathered(): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.connection.iceGatheringState === 'complete') resolve()
      }
      this.connection.addEventListener('icegatheringstatechange', look)
      look()
    })
  }

  async #measure(): Promise<void> {
    const stats = { ...nothingCarried }
    for (const entry of (await this.connection.getStats()).values()) {
      if (entry.type === 'inbound-rtp') {
        stats.packetsIn += entry.packetsReceived ?? 0
        stats.bytesIn += entry.bytesReceived ?? 0
      } else if (entry.type === 'outbound-rtp') {
        stats.packetsOut += entry.packetsSent ?? 0
        stats.bytesOut += entry.bytesSent ?? 0
      }
    }
    this.#stats = stats
  }
}
