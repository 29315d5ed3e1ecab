import type { CloudSocket } from '../connection.ts'

/** A client's way to one back-end service: one stream of an AccessHub link (the SDK calls it a PC). */
export interface Tunnel {
  /** Service number of `PCUpwardMessage.service_no`: 17 rooms, 18 media, 19 low-latency media. */
  readonly service: number
  /** As the socket's that carries it. */
  readonly path?: CloudSocket['path']
  /** Whether anything passes on the link's way now. */
  isPassable(): boolean
  /** Sends a payload down (`PCDownwardMessage`). @returns false when it is lost, as with `CloudSocket.send` */
  send(payload: Uint8Array): boolean
  /** Fails the upward message with that transaction id (`PushException`). */
  exception(reason: number, txid: bigint): void
  /** Breaks this tunnel only (`PCBroken`). */
  break(): void
  /** Closes the whole link with a WebSocket close code. */
  closeLink(code: number): void
}

/** The service's end of a tunnel. */
export interface TunnelClient {
  /** User ID, once a login named it. */
  readonly user: string | undefined
  /** Takes one upward payload. @throws {ProtocolDefect} on anything the service does not know */
  receive(payload: Uint8Array, txid: bigint): void
  /** The tunnel or its link is gone. */
  closed(): void
}

/** Opens the service's end of a new tunnel, or nothing when the service is not offered. */
export type OpenTunnel = (tunnel: Tunnel) => TunnelClient | undefined
