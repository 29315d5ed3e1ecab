import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { classes, Message, makeIntegrityKey, methods, parseMessage } from 'werift'
import { type RelayServer, turn } from '../signaling/turn.ts'

const REALM = 'relay'
const NONCE = Buffer.from('nonce')
const LIFETIME_SECONDS = 600
/** Where granted allocations pretend to be; nothing listens there. */
const DISCARD_PORT = 9

/**
 * A TURN server that grants allocations and relays nothing (Node only). Clients told of it gather a relay candidate,
 * which makes the SDK report candidates to the gateway (CandidateInfoReq); without one it never does.
 *
 * @example
 * const relay = await TurnServer.open()
 * cloud.gateway.options.relay = relay.server
 */
export class TurnServer {
  readonly server: RelayServer
  readonly #socket: Socket
  /** By transaction: a client that waits too long sends its request again, and is granted the same allocation. */
  readonly #granted = new Set<string>()

  private constructor(socket: Socket) {
    const { username, credential } = turn
    this.#socket = socket
    this.server = { url: `turn:127.0.0.1:${socket.address().port}?transport=udp`, username, credential }
    socket.on('message', (data, { address, port }) => {
      const reply = this.#answer(data, [address, port])
      if (reply) socket.send(reply, port, address)
    })
  }

  static async open(): Promise<TurnServer> {
    const socket = createSocket('udp4')
    socket.bind(0, '127.0.0.1')
    await once(socket, 'listening')
    return new TurnServer(socket)
  }

  /** Allocations granted so far. */
  get granted(): number {
    return this.#granted.size
  }

  async close(): Promise<void> {
    this.#socket.close()
    await once(this.#socket, 'close')
  }

  #answer(data: Buffer, from: readonly [string, number]): Buffer | undefined {
    const request = read(data)
    if (request?.messageClass !== classes.REQUEST) return undefined
    const reply = (kind: classes) => new Message(request.messageMethod, kind, request.transactionId)
    if (request.messageMethod === methods.BINDING) {
      return reply(classes.RESPONSE).setAttribute('XOR-MAPPED-ADDRESS', from).addFingerprint().bytes
    }
    if (!request.attributesKeys.includes('MESSAGE-INTEGRITY')) {
      return reply(classes.ERROR)
        .setAttribute('ERROR-CODE', [401, 'Unauthorized'])
        .setAttribute('REALM', REALM)
        .setAttribute('NONCE', NONCE).bytes
    }
    const answer = reply(classes.RESPONSE)
    if (request.messageMethod === methods.ALLOCATE) {
      this.#granted.add(request.transactionId.toString('hex'))
      answer
        .setAttribute('XOR-RELAYED-ADDRESS', ['127.0.0.1', DISCARD_PORT])
        .setAttribute('XOR-MAPPED-ADDRESS', from)
    }
    answer.setAttribute('LIFETIME', LIFETIME_SECONDS)
    return answer.addMessageIntegrity(makeIntegrityKey(this.server.username, REALM, this.server.credential))
      .bytes
  }
}

/** A request, unless the datagram is none. */
function read(data: Buffer): Message | undefined {
  try {
    return parseMessage(data)
  } catch {
    return undefined
  }
}
