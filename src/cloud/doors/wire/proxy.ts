import { once } from 'node:events'
import http from 'node:http'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { RequestHandler } from 'msw'
import { isBrowserService } from './browser-services.ts'
import { answerWithHandlers, readBody, refuse } from './http-handlers.ts'
import { Network } from './network.ts'
import type { Locate, Place } from './place.ts'
import { Wire } from './wire.ts'

/** A request the page made that goes neither to the cloud nor to the app. */
export interface Leak {
  readonly at: number
  readonly url: string
}

/** Where the proxy leads. */
interface Ways {
  readonly locate: Locate
  /** MSW handlers of the test, which may answer in place of anybody but the cloud. */
  readonly handlers: () => readonly RequestHandler[]
  /** The TLS server that answers with them. */
  readonly answering: { readonly port: number }
}

const answers = {
  established: 'HTTP/1.1 200 Connection established\r\n\r\n',
  forbidden: 'HTTP/1.1 403 Forbidden\r\n\r\n',
}

/** First byte of a TLS connection. */
const TLS_HANDSHAKE = 0x16

/**
 * Builds from 3.0 to 3.9 look for the gateway's relay over TCP too, at ports of their own choice. There is none, and none
 * is needed.
 */
const gatewaysRelay = '127.0.0.1'

/** WebRTC, which comes for TURN over TCP, is the only one that asks without saying which browser it is. */
const isWebRtc = (headers: http.IncomingHttpHeaders) => headers['user-agent'] === undefined

/** The HTTP proxy of one browser context: all its TCP traffic passes here, and nothing passes that was not allowed. */
export class ConnectProxy {
  readonly network = new Network()
  readonly leaks: Leak[] = []
  /** Addresses that the page may reach, where nobody listens. */
  readonly unanswered = new Set<string>()
  readonly #server = createServer((socket) => this.take(socket))
  readonly #requests = http.createServer()
  readonly #sockets = new Set<Socket>()
  readonly #agent = new http.Agent({ keepAlive: true })
  readonly #locate: Locate
  readonly #handlers: Ways['handlers']
  readonly #answering: Ways['answering']

  constructor({ locate, handlers, answering }: Ways) {
    this.#locate = locate
    this.#handlers = handlers
    this.#answering = answering
    this.#requests.on('connection', (socket) => this.#own(socket))
    this.#requests.on('connect', (request, socket, head) => this.#connect(request, socket, head))
    this.#requests.on('request', (request, response) => this.#relay(request, response))
  }

  /** Opens the proxy for connections that are made elsewhere; see `take`. */
  async open(): Promise<void> {
    await listening(this.#requests)
  }

  /** Once it is open, takes connections at an address of its own. @returns the address for the context's `proxy.server` */
  async listen(): Promise<string> {
    return `http://127.0.0.1:${await listening(this.#server)}`
  }

  /**
   * Takes a connection from the browser. What is to become a tunnel gets its wire once it is known where it leads; plain HTTP
   * gets it here, so that the network is the same for both.
   */
  take(socket: Socket): void {
    this.#own(socket).once('data', (first: Buffer) => {
      socket.pause()
      const [, url = ''] = /^[A-Z]+ (http:\S+)/.exec(first.toString('latin1')) ?? []
      if (URL.canParse(url)) {
        const requests = { host: '127.0.0.1', port: portOf(this.#requests) }
        return this.#join(new URL(url).hostname, socket, requests, () => socket.resume(), first)
      }
      socket.unshift(first)
      this.#requests.emit('connection', socket)
      process.nextTick(() => socket.resume())
    })
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    this.#agent.destroy()
    const servers = [this.#requests, this.#server].filter(({ listening }) => listening)
    for (const server of servers) server.close()
    await Promise.all(servers.map((server) => once(server, 'close')))
  }

  #connect({ url: target = '', headers }: http.IncomingMessage, near: Duplex, head: Buffer): void {
    const { hostname, port } = new URL(`tcp://${target}`)
    const place = this.#locate(hostname, Number(port))
    if (!place && isWebRtc(headers)) {
      if (hostname !== gatewaysRelay) this.refuse(`turn:${target}?transport=tcp`)
      return void near.end(answers.forbidden)
    }
    if (this.network.refuses(hostname)) return void (near as Socket).resetAndDestroy()
    near.on('error', () => near.destroy())
    // Once it is open, a handler of the test can no longer answer what comes through it.
    const isOpen = place && (place.port === this.#answering.port || !this.#handlers().length)
    if (isOpen) return this.#join(hostname, near, place, () => near.write(answers.established), head)
    near.write(answers.established)
    if (head.length) this.#admit(target, place, near, head)
    else near.once('data', (first: Buffer) => this.#admit(target, place, near.pause(), first))
  }

  /**
   * Lets a request in to where a handler of the test may answer it; one that none answers is handed on from there, or
   * refused with its whole address. What is not TLS can be no more than a WebSocket without it, which no handler answers.
   */
  #admit(target: string, place: Place | undefined, near: Duplex, first: Buffer): void {
    const answering = { host: '127.0.0.1', port: this.#answering.port }
    const way = first[0] === TLS_HANDSHAKE ? answering : place
    if (way) return this.#join(new URL(`tcp://${target}`).hostname, near, way, () => near.resume(), first)
    const [, path = ''] = first.toString('latin1').match(/^GET (\S*) HTTP/) ?? []
    this.refuse(`ws://${target}${path}`)
    near.end(answers.forbidden)
  }

  #join(host: string, near: Duplex, place: Place, joined: () => void, head: Buffer): void {
    const far = this.#own(connect(place.port, place.host))
    far.on('error', (error) => {
      this.#noteAbsence(error, `${host}:${place.port}`)
      near.destroy()
    })
    far.once('connect', () => {
      // The network may have been cut since the browser asked.
      if (this.network.refuses(host)) {
        ;(near as Socket).resetAndDestroy()
        return void far.destroy()
      }
      // What was read already passes the wire, too.
      if (head.length) near.unshift(head)
      const wire = new Wire(host, near as Socket, far)
      joined()
      this.network.add(wire)
      near.once('close', () => this.network.remove(wire))
    })
  }

  async #relay(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const url = request.url ?? ''
    const { hostname, port } = URL.canParse(url) ? new URL(url) : { hostname: '', port: '' }
    const handlers = hostname ? this.#handlers() : []
    if (this.network.refuses(hostname)) return void request.socket.resetAndDestroy()
    const body = handlers.length ? await readBody(request) : undefined
    if (handlers.length && (await answerWithHandlers(handlers, url, request, body, response))) return
    const place = hostname ? this.#locate(hostname, Number(port || 80)) : undefined
    if (!place) {
      this.refuse(url)
      return void refuse(response, url)
    }
    const path = url.slice(url.indexOf('/', url.indexOf('//') + 2))
    const { method, headers } = request
    const onward = http.request({ ...place, method, path, headers, agent: this.#agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', (error) => {
      this.#noteAbsence(error, new URL(url).origin)
      response.destroy()
    })
    response.on('close', () => onward.destroy())
    if (body) onward.end(body)
    else request.pipe(onward)
  }

  /** Counts a request that was not let through. */
  refuse(url: string): void {
    const host = URL.canParse(url) ? new URL(url).hostname : url
    if (!isBrowserService(host)) this.leaks.push({ at: Date.now(), url })
  }

  #noteAbsence({ code }: NodeJS.ErrnoException, address: string): void {
    if (code === 'ECONNREFUSED') this.unanswered.add(address)
  }

  #own<S extends Socket>(socket: S): S {
    this.#sockets.add(socket)
    socket.once('close', () => this.#sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    return socket
  }
}

/** @returns the port, on the loopback interface */
async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return portOf(server)
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port
