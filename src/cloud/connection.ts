import type { NetworkPath } from './gateway/media/network-path.ts'

/** What a door hands to the cloud: one WebSocket of a client, already open. */
export interface CloudSocket {
  /** The URL the client asked for. */
  readonly url: string
  /** Sends a binary or a text message. @returns false when it is lost: the socket is closed, or nothing passes on its way */
  send(data: Uint8Array<ArrayBuffer> | string): boolean
  /** Whether anything passes on its way now: it may be open and dead. It passes, where nothing is said. */
  isPassable?(): boolean
  /** Closes the socket properly, with a close frame. */
  close(code?: number, reason?: string): void
  /** What media of this client goes through, where it is not what all others go through: so one person can be cut off. */
  readonly path?: NetworkPath | undefined
}

/** What the cloud hands back: where the door delivers what happens on that socket. */
export interface Connection {
  /** @throws {ProtocolDefect} when the message is not of the protocol */
  receive(data: Uint8Array | string): void
  closed(): void
}
