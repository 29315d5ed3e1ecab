import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import type { Cloud } from '../../cloud.ts'
import type { NetworkPath } from '../../gateway/media/network-path.ts'
import type { CloudHosts } from '../../hosts.ts'
import { certificate } from './certificate.ts'
import { answerWithHandlers, readBody, refuse } from './http-handlers.ts'
import { handOn, handOnSocket } from './own-origin.ts'
import type { Locate } from './place.ts'

interface Needs {
  readonly cloud: Cloud
  /** What media of the clients goes through that come in here; that of all others when left out. */
  readonly path?: NetworkPath | undefined
  /** Where the app's own origins are. */
  readonly locate: Locate
  /** Which hosts are the cloud's. */
  readonly hosts: CloudHosts
  /** Whether what is sent on a connection from that port arrives. */
  readonly carries: (port: number | undefined) => boolean
  /** Told of a request to a host that is nobody's and that no handler of the test answers. */
  readonly onStranger: (url: string) => void
}

/**
 * The loopback TLS server behind the proxy: every ZEGO host ends here, WebSockets and plain HTTP alike, and any other
 * host that a handler of the test may answer for, the app's own included.
 */
export class CloudServer {
  readonly #server: Server
  readonly #sockets = new WebSocketServer({ noServer: true })

  private constructor(server: Server, needs: Needs) {
    const { cloud, locate, hosts, carries, onStranger } = needs
    const isStranger = ({ headers: { host = '' } }: IncomingMessage) => !hosts.isCloud(nameOf(host))
    this.#server = server
    const ownOrigin = ({ headers: { host = '' } }: IncomingMessage) => {
      const { hostname, port } = new URL(`https://${host}`)
      return locate(hostname, Number(port || 443))
    }
    // Whoever turns the certificate away, as a worker of a context of its own may, has asked all the same.
    server.on('tlsClientError', (_, { servername }) => {
      if (servername && !hosts.isCloud(servername)) onStranger(`https://${servername}`)
    })
    server.on('upgrade', (request, socket, head) => {
      if (isStranger(request)) {
        const place = ownOrigin(request)
        if (place) return handOnSocket(place, request, socket, head)
        onStranger(`wss://${request.headers.host}${request.url}`)
        return void socket.end(`HTTP/1.1 403 Forbidden\r\n\r\n`)
      }
      this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
        serve(needs, webSocket, request, () => carries(request.socket.remotePort))
      })
    })
    server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
      const url = `https://${request.headers.host}${request.url}`
      const body = await readBody(request)
      if (await answerWithHandlers(cloud.httpHandlers, url, request, body, response)) return
      if (isStranger(request)) {
        const place = ownOrigin(request)
        if (place) return handOn(place, request, body, response)
        onStranger(url)
        return void refuse(response, url)
      }
      cloud.reportUnknownRequest(`${request.method} ${url}`)
      response.writeHead(501).end()
    })
  }

  static async listen(needs: Needs): Promise<CloudServer> {
    const server = createServer(await certificate())
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new CloudServer(server, needs)
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

const nameOf = (host: string): string => host.replace(/:\d+$/, '')

function serve(
  { cloud, path, hosts }: Needs,
  webSocket: WebSocket,
  request: IncomingMessage,
  isCarried: () => boolean,
): void {
  const { headers, url = '' } = request
  const { host = '' } = headers
  const connection = cloud.accept({
    url: `wss://${host}${hosts.passedOn(nameOf(host), url)}`,
    send: (data) => {
      if (webSocket.readyState !== WebSocket.OPEN) return false
      webSocket.send(data)
      return isCarried()
    },
    isPassable: isCarried,
    close: (code, reason) => webSocket.close(code, reason),
    path,
  })
  if (!connection) return webSocket.close(1008, 'unknown address')
  webSocket.on('message', (data: Buffer, binary) => connection.receive(binary ? data : data.toString()))
  webSocket.on('close', () => connection.closed())
  webSocket.on('error', () => webSocket.terminate())
}
