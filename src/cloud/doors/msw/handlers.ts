import { type RequestHandler, type WebSocketHandler, ws } from 'msw'
import type { Cloud } from '../../cloud.ts'
import { isZegoHost } from '../../hosts.ts'

/** What a page may hand to `WebSocket.send`, as MSW passes it on. */
type Sent = string | Blob | ArrayBufferLike | ArrayBufferView

/**
 * The cloud as MSW handlers, for `setupWorker` in a browser: no server, no account. Sockets closed this way always
 * close cleanly; for broken ones use the wire door.
 *
 * @example
 * const cloud = new Cloud()
 * await setupWorker(...cloudHandlers(cloud)).start({ onUnhandledRequest: 'bypass' })
 */
export function cloudHandlers(cloud: Cloud): (RequestHandler | WebSocketHandler)[] {
  const anySocket = ws.link(/^wss:\/\//)
  const socket = anySocket.addEventListener('connection', ({ client, server }) => {
    if (!isZegoHost(client.url.hostname)) return server.connect()
    const connection = cloud.accept({
      url: client.url.href,
      send: (data) => {
        client.send(typeof data === 'string' ? data : data.slice().buffer)
        return true
      },
      close: (code, reason) => client.close(code, reason),
    })
    if (!connection) return client.close(1008, 'unknown address')
    client.addEventListener('message', async ({ data }) => connection.receive(await received(data)))
    client.addEventListener('close', () => connection.closed())
  })
  return [socket, ...cloud.httpHandlers]
}

async function received(data: Sent): Promise<Uint8Array | string> {
  if (typeof data === 'string') return data
  if (data instanceof Blob) return new Uint8Array(await data.arrayBuffer())
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data)
}
