import {
  type RTCDtlsTransport,
  RTCPeerConnection,
  RTCRtpCodecParameters,
  type RTCRtpTransceiver,
  StunProtocol,
} from 'werift'
import { Refusal } from '../../exchange/refusal.ts'
import type { Kind, Media } from '../media/media.ts'
import { NetworkPath } from '../media/network-path.ts'
import type { Peer, PeerStats } from '../media/peer.ts'
import { result } from '../signaling/result.ts'
import { ClientAddress } from './client-address.ts'
import { UdpTap } from './udp-tap.ts'

const LOOPBACK = '127.0.0.1'
const video = (mimeType: string) => new RTCRtpCodecParameters({ mimeType, clockRate: 90_000 })
const opus = () => new RTCRtpCodecParameters({ mimeType: 'audio/opus', clockRate: 48_000, channels: 2 })

/** What publisher and player have in common: a werift connection on one UDP socket of the loopback interface. */
export abstract class WeriftPeer implements Peer {
  readonly path = new NetworkPath()
  readonly connected: Promise<void>
  readonly over: Promise<void>
  protected readonly connection: RTCPeerConnection
  readonly #tap: UdpTap
  readonly #client = new ClientAddress()
  #leave: () => void = () => {}
  /** The client ended the connection (DTLS close_notify), as a page does when it closes its own. */
  readonly #left = new Promise<void>((resolve) => {
    this.#leave = resolve
  })
  #closed: Promise<void> | undefined

  constructor(network: NetworkPath) {
    this.#tap = new UdpTap([network, this.path])
    this.connection = new RTCPeerConnection({
      iceServers: [],
      // As media servers do: the client checks, the gateway answers. It keeps no timer and outlasts any cut.
      iceLite: true,
      // No interface is looked up: the only address is the loopback one, and the socket is bound to it.
      iceUseIpv4: false,
      iceUseIpv6: false,
      iceAdditionalHostAddresses: [LOOPBACK],
      iceInterfaceAddresses: { udp4: LOOPBACK },
      codecs: { audio: [opus()], video: [video('video/H264'), video('video/VP8')] },
      // The one place where werift's public interface shows a peer's socket. Nothing was sent before: the gateway
      // learns the client's address from its first check.
      iceFilterStunResponse: (message, from, protocol) => {
        if (!this.#client.answers(from)) return false
        if (!(protocol instanceof StunProtocol)) return true
        return this.#tap.attach(protocol.transport) ? this.#tap.admits('up', message.bytes) : true
      },
    })
    this.connected = this.#reached(['connected'])
    this.over = Promise.race([this.#reached(['closed', 'failed']), this.#left])
  }

  abstract readonly media: Media | undefined
  abstract answer(offer: string): Promise<string>
  abstract play(media: Media): void
  abstract pause(kind: Kind, paused: boolean): void

  /** Answers an offer already reduced to what shall be agreed on. `prepare` sets each transceiver up in between. */
  protected async negotiate(
    offer: string,
    prepare: (transceiver: RTCRtpTransceiver) => void,
  ): Promise<string> {
    try {
      await this.connection.setRemoteDescription({ type: 'offer', sdp: offer })
      for (const transceiver of this.connection.getTransceivers()) prepare(transceiver)
      for (const transport of this.connection.dtlsTransports) this.#secure(transport)
      await this.connection.setLocalDescription(await this.connection.createAnswer())
    } catch (error) {
      throw new Refusal(result.invalidSdp, `The offer cannot be answered: ${(error as Error).message}`)
    }
    return this.connection.localDescription?.sdp ?? ''
  }

  stats(): PeerStats {
    return { ...this.#tap.counters }
  }

  close(): Promise<void> {
    this.#closed ??= this.#close()
    return this.#closed
  }

  async #close(): Promise<void> {
    await this.connection.close()
    this.#tap.close()
    // Node lets go of a closed socket at the end of the turn of its event loop.
    await new Promise((resolve) => setTimeout(resolve, 0))
  }

  /** The client begins the DTLS handshake: with werift that takes half as long as the other way round. */
  #secure(transport: RTCDtlsTransport): void {
    if (transport.role !== 'auto') return
    transport.role = 'server'
    transport.onStateChange.subscribe((state) => {
      if (state === 'closed') this.#leave()
    })
  }

  #reached(states: RTCPeerConnection['connectionState'][]): Promise<void> {
    return new Promise((resolve) => {
      this.connection.connectionStateChange.subscribe((state) => {
        if (states.includes(state)) resolve()
      })
    })
  }
}
