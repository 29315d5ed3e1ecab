import type { MediaStreamTrack, RtpPacket } from 'werift'
import { LiveMedia } from '../media/live-media.ts'
import { narrowed, offers, publishedVideo } from '../media/offer.ts'
import { WeriftPeer } from './peer.ts'

/** Receives a publisher's RTP. */
export class WeriftPublisher extends WeriftPeer {
  #media: LiveMedia | undefined

  get media(): LiveMedia | undefined {
    return this.#media
  }

  async answer(offer: string): Promise<string> {
    const codecs = { video: publishedVideo(offer), audio: offers(offer, 'audio') }
    this.#media ??= new LiveMedia(codecs, () => this.#requestKeyFrame())
    const media = this.#media
    return this.negotiate(narrowed(offer, codecs.video), (transceiver) => {
      transceiver.onTrack.allUnsubscribe()
      transceiver.onTrack.subscribe((track) => receive(track, media))
      for (const track of transceiver.receiver.tracks) receive(track, media)
    })
  }

  play(): never {
    throw new Error('A publisher plays nothing')
  }

  pause(): never {
    throw new Error('A publisher plays nothing')
  }

  override async close(): Promise<void> {
    this.#media?.close()
    await super.close()
  }

  #requestKeyFrame(): void {
    for (const { kind, receiver } of this.connection.getTransceivers()) {
      const { ssrc } = receiver.track
      if (kind === 'video' && ssrc !== undefined && receiver.dtlsTransport.state === 'connected') {
        // Not sent when the connection ends meanwhile; then nobody waits for the key frame either.
        receiver.sendRtcpPLI(ssrc).catch(() => {})
      }
    }
  }
}

function receive(track: MediaStreamTrack, media: LiveMedia): void {
  const kind = track.kind === 'audio' ? 'audio' : 'video'
  track.onReceiveRtp.allUnsubscribe()
  track.onReceiveRtp.subscribe(({ header, payload }: RtpPacket) => {
    const { sequenceNumber: sequence, timestamp, marker } = header
    media.forward({ kind, sequence, timestamp, marker, payload })
  })
}
