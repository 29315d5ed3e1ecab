import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'

/** Takes a browser's connection to its proxy. */
export type Take = (socket: Socket) => void

/**
 * An address for the proxy of a browser context that outlives a test: it stays, while where it leads changes with every
 * test. Between tests it leads nowhere.
 */
export class Entrance {
  /** For the context's `proxy.server`. */
  readonly url: string
  readonly #server: Server
  #take: Take | undefined

  private constructor(server: Server) {
    this.#server = server
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    server.on('connection', (socket) => {
      if (this.#take) return this.#take(socket)
      socket.on('error', () => {}).destroy()
    })
  }

  static async open(): Promise<Entrance> {
    const server = createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new Entrance(server)
  }

  /** From now on, leads to whoever takes the connections. @returns ends that */
  leadTo(take: Take): () => void {
    this.#take = take
    return () => {
      if (this.#take === take) this.#take = undefined
    }
  }

  async close(): Promise<void> {
    this.#server.close()
    await once(this.#server, 'close')
  }
}
