import type { MediaPacket, RtpMedia, Subscription, VideoCodec } from './media.ts'

/** The RTP of a publisher, copied to every player. */
export class LiveMedia implements RtpMedia {
  readonly video: VideoCodec | undefined
  readonly audio: boolean
  readonly flowing: Promise<void>
  readonly #receivers = new Set<(packet: MediaPacket) => void>()
  readonly #requestKeyFrame: () => void
  #start: () => void = () => {}

  /** @param requestKeyFrame passes a player's request on to the publisher */
  constructor(codecs: { video: VideoCodec | undefined; audio: boolean }, requestKeyFrame: () => void) {
    this.video = codecs.video
    this.audio = codecs.audio
    this.#requestKeyFrame = requestKeyFrame
    this.flowing = new Promise((resolve) => {
      this.#start = resolve
    })
  }

  /** A packet arrived from the publisher. */
  forward(packet: MediaPacket): void {
    this.#start()
    for (const receive of this.#receivers) receive(packet)
  }

  /** A player joins: it can show nothing before a key frame, so the publisher is asked for one. */
  subscribe(receive: (packet: MediaPacket) => void): Subscription {
    this.#receivers.add(receive)
    this.#requestKeyFrame()
    return { requestKeyFrame: this.#requestKeyFrame, cancel: () => this.#receivers.delete(receive) }
  }

  close(): void {
    this.#receivers.clear()
  }
}
