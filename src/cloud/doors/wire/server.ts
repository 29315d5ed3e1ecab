import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import type { Cloud } from '../../cloud.ts'
import { certificate } from './certificate.ts'
import { answerWithHandlers, readBody } from './http-handlers.ts'

/** The loopback TLS server behind the proxy: every ZEGO host ends here, WebSockets and plain HTTP alike. */
export class CloudServer {
  readonly #server: Server
  readonly #sockets = new WebSocketServer({ noServer: true })

  private constructor(server: Server, cloud: Cloud) {
    this.#server = server
    server.on('upgrade', (request, socket, head) => {
      this.#sockets.handleUpgrade(request, socket, head, (webSocket) => serve(cloud, webSocket, request))
    })
    server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
      const url = `https://${request.headers.host}${request.url}`
      if (await answerWithHandlers(cloud.httpHandlers, url, request, await readBody(request), response))
        return
      cloud.reportUnknownRequest(`${request.method} ${url}`)
      response.writeHead(501).end()
    })
  }

  static async listen(cloud: Cloud): Promise<CloudServer> {
    const server = createServer(await certificate())
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new CloudServer(server, cloud)
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate()
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }
}

function serve(cloud: Cloud, webSocket: WebSocket, request: IncomingMessage): void {
  const connection = cloud.accept({
    url: `wss://${request.headers.host}${request.url}`,
    send: (data) => {
      if (webSocket.readyState === WebSocket.OPEN) webSocket.send(data)
    },
    close: (code, reason) => webSocket.close(code, reason),
  })
  if (!connection) return webSocket.close(1008, 'unknown address')
  webSocket.on('message', (data: Buffer, binary) => connection.receive(binary ? data : data.toString()))
  webSocket.on('close', () => connection.closed())
  webSocket.on('error', () => webSocket.terminate())
}
