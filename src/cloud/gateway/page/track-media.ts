import type { Media, VideoCodec } from '../media/media.ts'

/** Media as tracks of a page. */
export interface TrackMedia extends Media {
  readonly stream: MediaStream
}

export const isTracks = (media: Media): media is TrackMedia => 'stream' in media

/** What a page's connection receives from a publisher. */
export class ReceivedMedia implements TrackMedia {
  readonly video: VideoCodec | undefined
  readonly audio: boolean
  readonly stream: MediaStream
  readonly flowing: Promise<void>
  readonly #sink = new Audio()

  constructor(codecs: { video: VideoCodec | undefined; audio: boolean }, tracks: MediaStreamTrack[]) {
    this.video = codecs.video
    this.audio = codecs.audio
    this.stream = new MediaStream(tracks)
    this.flowing = Promise.race(tracks.map(unmuted))
    // Chromium decodes received sound only while something plays it.
    this.#sink.muted = true
    this.#sink.srcObject = this.stream
    this.#sink.play().catch(() => {})
  }

  close(): void {
    this.#sink.srcObject = null
    for (const track of this.stream.getTracks()) track.stop()
  }
}

function unmuted(track: MediaStreamTrack): Promise<void> {
  return new Promise((resolve) => {
    if (track.muted) track.addEventListener('unmute', () => resolve(), { once: true })
    else resolve()
  })
}
