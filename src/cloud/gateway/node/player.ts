import { MediaStream, type RTCRtpSender, RtpHeader, RtpPacket } from 'werift'
import { Continuity } from '../media/continuity.ts'
import {
  isRtp,
  type Kind,
  type Media,
  type MediaPacket,
  type RtpMedia,
  type Subscription,
} from '../media/media.ts'
import type { NetworkPath } from '../media/network-path.ts'
import { narrowed } from '../media/offer.ts'
import { WeriftPeer } from './peer.ts'

/** Sends a player the RTP of what it plays. */
export class WeriftPlayer extends WeriftPeer {
  readonly media = undefined
  readonly #continuity = { audio: new Continuity('audio'), video: new Continuity('video') }
  readonly #paused = new Set<Kind>()
  readonly #senders = new Map<Kind, RTCRtpSender>()
  #plays: RtpMedia
  #subscription: Subscription | undefined

  constructor(media: Media, network: NetworkPath) {
    super(network)
    this.#plays = rtp(media)
    this.connected.then(() => this.#subscribe())
  }

  async answer(offer: string): Promise<string> {
    // One stream, so that the client gets audio and video together.
    const stream = new MediaStream()
    return this.negotiate(narrowed(offer, this.#plays.video), (transceiver) => {
      transceiver.setDirection('sendonly')
      transceiver.sender.setStreams([stream])
      this.#senders.set(transceiver.kind as Kind, transceiver.sender)
      transceiver.sender.onPictureLossIndication.allUnsubscribe()
      transceiver.sender.onPictureLossIndication.subscribe(() => this.#subscription?.requestKeyFrame())
    })
  }

  play(media: Media): void {
    this.#plays = rtp(media)
    if (this.#subscription) this.#subscribe()
  }

  pause(kind: Kind, paused: boolean): void {
    if (paused) this.#paused.add(kind)
    else if (this.#paused.delete(kind)) {
      this.#continuity[kind].interrupt()
      if (kind === 'video') this.#subscription?.requestKeyFrame()
    }
  }

  override async close(): Promise<void> {
    this.#subscription?.cancel()
    await super.close()
  }

  #subscribe(): void {
    this.#subscription?.cancel()
    this.#continuity.audio.interrupt()
    this.#continuity.video.interrupt()
    this.#subscription = this.#plays.subscribe((packet) => this.#send(packet))
  }

  #send(packet: MediaPacket): void {
    if (this.#paused.has(packet.kind)) return
    const { sequence, timestamp, marker, payload } = this.#continuity[packet.kind].follow(packet)
    const header = new RtpHeader({ sequenceNumber: sequence, timestamp, marker })
    this.#senders
      .get(packet.kind)
      ?.sendRtp(new RtpPacket(header, Buffer.from(payload.buffer, payload.byteOffset, payload.length)))
  }
}

function rtp(media: Media): RtpMedia {
  if (isRtp(media)) return media
  throw new TypeError('A werift player forwards RTP; this media comes from the peer of a page')
}
