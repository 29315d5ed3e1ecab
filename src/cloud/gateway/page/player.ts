import type { Kind, Media } from '../media/media.ts'
import type { NetworkPath } from '../media/network-path.ts'
import { PagePeer } from './peer.ts'
import { isTracks, type TrackMedia } from './track-media.ts'

/** Sends a player tracks; the page encodes them anew. */
export class PagePlayer extends PagePeer {
  readonly media = undefined
  readonly #paused = new Set<Kind>()
  readonly #senders = new Map<string, RTCRtpSender>()
  #plays: TrackMedia

  constructor(media: Media, network: NetworkPath) {
    super(network)
    this.#plays = tracks(media)
  }

  async answer(offer: string): Promise<string> {
    const stream = new MediaStream()
    return this.negotiate(offer, (transceiver) => {
      transceiver.direction = 'sendonly'
      transceiver.sender.setStreams(stream)
      this.#senders.set(transceiver.receiver.track.kind, transceiver.sender)
      this.#send()
    })
  }

  play(media: Media): void {
    this.#plays = tracks(media)
    this.#send()
  }

  pause(kind: Kind, paused: boolean): void {
    if (paused) this.#paused.add(kind)
    else this.#paused.delete(kind)
    this.#send()
  }

  #send(): void {
    for (const [kind, sender] of this.#senders) {
      const track = this.#plays.stream.getTracks().find((candidate) => candidate.kind === kind)
      // Rejected only when the connection was closed meanwhile.
      sender.replaceTrack(this.#paused.has(kind as Kind) ? null : (track ?? null)).catch(() => {})
    }
  }
}

function tracks(media: Media): TrackMedia {
  if (isTracks(media)) return media
  throw new TypeError('A player in a page sends tracks; this media is RTP. Load recordings with PageReplay')
}
