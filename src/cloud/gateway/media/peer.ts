import type { Media } from './media.ts'
import type { NetworkPath } from './network-path.ts'

/** What one peer carried so far: RTP and RTCP packets that passed its path, and packets of any kind the path swallowed. */
export interface PeerStats {
  /** From the client. */
  readonly packetsIn: number
  readonly bytesIn: number
  /** To the client. */
  readonly packetsOut: number
  readonly bytesOut: number
  readonly droppedIn: number
  readonly droppedOut: number
  /** Packets of any kind that the path held back and then let pass. */
  readonly lateIn: number
  readonly lateOut: number
  /** How late these were, all together, as measured when they passed. Ms. */
  readonly msLate: number
}

/** Of a peer that carried nothing. */
export const nothingCarried: PeerStats = {
  packetsIn: 0,
  bytesIn: 0,
  packetsOut: 0,
  bytesOut: 0,
  droppedIn: 0,
  droppedOut: 0,
  lateIn: 0,
  lateOut: 0,
  msLate: 0,
}

/** The gateway's end of one media session. */
export interface Peer {
  /**
   * Answers an offer, the first one or a renegotiation.
   *
   * @returns the answer with its candidates
   * @throws {Refusal} when the offer cannot be read or has no codec in common with the gateway or the stream
   */
  answer(offer: string): Promise<string>
  /** What the client sends; of a publisher, once answered. */
  readonly media: Media | undefined
  /** Resolves when ICE and DTLS are done; never where they do not finish. */
  readonly connected: Promise<void>
  /** Resolves when the connection is over, whichever side ended it. */
  readonly over: Promise<void>
  /** This peer's own network conditions, on top of those of the whole gateway. */
  readonly path: NetworkPath
  /** Has a player get other media of the same codecs from now on. */
  play(media: Media): void
  /** Stops or resumes what a player gets of one kind. */
  pause(kind: 'audio' | 'video', paused: boolean): void
  stats(): PeerStats
  /** Closes sockets and timers; resolves when none is left. */
  close(): Promise<void>
}

/** A peer to make: a publisher's, or a player's with the media it is to get. */
export type PeerRequest = { readonly role: 'publisher' } | { readonly role: 'player'; readonly media: Media }

/** Makes the gateway's peers; `network` is the path all of them share. */
export type PeerFactory = (request: PeerRequest, network: NetworkPath) => Peer
