import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { makeToken } from '../../fixtures/index.ts'
import { certificate } from '../../src/cloud/doors/wire/certificate.ts'

const fromSdk = createRequire(createRequire(import.meta.url).resolve('zego-express-engine-webrtc'))

/** The SDK's main build with what it expects before it, as one plain script. */
function sdkScript(): string {
  const read = (name: string) => readFileSync(fromSdk.resolve(name), 'utf8')
  return [
    read('long'),
    read('protobufjs/dist/minimal/protobuf.js'),
    read('localforage'),
    "window.long = Long; window['protobufjs/minimal'] = protobuf; window['zego-express-logger'] = window",
    read('zego-express-logger'),
    read('zego-express-engine-webrtc'),
  ].join('\n;\n')
}

export interface SiteOptions {
  /** The SDK as one plain script; the newest build by default. */
  readonly sdk?: string
  /** What every answer carries. */
  readonly headers?: Readonly<Record<string, string>>
  /** Over HTTPS, with a certificate that nobody signed. */
  readonly secure?: boolean
}

/** A web site of a customer: static pages, the SDK, and a token service that pages of any origin may ask. */
export class Site {
  readonly #server: Server
  readonly #protocol: string

  private constructor(server: Server, { headers = {}, secure = false, sdk = sdkScript() }: SiteOptions) {
    this.#server = server
    this.#protocol = secure ? 'https' : 'http'
    this.#server.on('request', ({ url = '/' }: IncomingMessage, response: ServerResponse) => {
      const { pathname } = new URL(url, 'http://site')
      const file = join(import.meta.dirname, 'pages', pathname)
      response.setHeader('Access-Control-Allow-Origin', '*')
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      if (pathname === '/token') return void response.end(JSON.stringify({ token: makeToken() }))
      response.setHeader('Content-Type', pathname.endsWith('.js') ? 'text/javascript' : 'text/html')
      if (pathname === '/sdk.js') return void response.end(sdk)
      if (!existsSync(file)) return void response.writeHead(404).end()
      response.end(readFileSync(file))
    })
  }

  static async open(options: SiteOptions = {}): Promise<Site> {
    const server = options.secure ? createSecureServer(await certificate()) : createServer()
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new Site(server, options)
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  get origin(): string {
    return `${this.#protocol}://127.0.0.1:${this.port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }
}
