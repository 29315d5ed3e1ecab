/** Kind of a track. */
export type Kind = 'audio' | 'video'

/** RTP timestamp units per second. */
export const clockRate: Record<Kind, number> = { audio: 48_000, video: 90_000 }

/** A video codec as both ends must agree on it: name and format parameters (`a=fmtp`). Audio is always Opus. */
export interface VideoCodec {
  readonly name: 'H264' | 'VP8'
  readonly parameters: string
}

/** What a publisher sends and its players get. Each kind of peer has its own: RTP in Node, tracks in a page. */
export interface Media {
  /** Nothing where the publisher sends no video. */
  readonly video: VideoCodec | undefined
  readonly audio: boolean
  /** Resolves when the first packet arrived. */
  readonly flowing: Promise<void>
  close(): void
}

/** Media that no client sends, but the harness. */
export interface VirtualMedia extends Media {
  /** Sends on, or no more, what is there of a kind; nobody is told. */
  send(kind: Kind, flows: boolean): void
  /** Shows black pictures, or what there is again; nobody is told. */
  cover(covered: boolean): void
}

/** An RTP packet without what differs per receiver (SSRC, payload type, extensions). */
export interface MediaPacket {
  readonly kind: Kind
  /** 16 bits */
  readonly sequence: number
  /** 32 bits, in the clock of the kind: 90 kHz video, 48 kHz audio */
  readonly timestamp: number
  /** Last packet of a video frame. */
  readonly marker: boolean
  readonly payload: Uint8Array
}

/** One player's hold on RTP media. */
export interface Subscription {
  /** Asks for a key frame, as a receiver that lost pictures does (RTCP PLI). */
  requestKeyFrame(): void
  cancel(): void
}

/** Media as RTP packets. */
export interface RtpMedia extends Media {
  subscribe(receive: (packet: MediaPacket) => void): Subscription
}

export const isRtp = (media: Media): media is RtpMedia => 'subscribe' in media
