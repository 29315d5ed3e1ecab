import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { makeToken } from '../../fixtures/index.ts'

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
  /** What it listens on; 127.0.0.1 by default. */
  readonly host?: string
  /** What every answer carries. */
  readonly headers?: Readonly<Record<string, string>>
}

/** A web site of a customer: static pages, the SDK, and a token service that pages of any origin may ask. */
export class Site {
  readonly #server = createServer()
  readonly #headers: Readonly<Record<string, string>>

  private constructor(headers: Readonly<Record<string, string>>) {
    this.#headers = headers
    const sdk = sdkScript()
    this.#server.on('request', ({ url = '/' }, response) => {
      const { pathname } = new URL(url, 'http://site')
      const file = join(import.meta.dirname, 'pages', pathname)
      response.setHeader('Access-Control-Allow-Origin', '*')
      for (const [name, value] of Object.entries(this.#headers)) response.setHeader(name, value)
      if (pathname === '/token') return void response.end(JSON.stringify({ token: makeToken() }))
      response.setHeader('Content-Type', pathname.endsWith('.js') ? 'text/javascript' : 'text/html')
      if (pathname === '/sdk.js') return void response.end(sdk)
      if (!existsSync(file)) return void response.writeHead(404).end()
      response.end(readFileSync(file))
    })
  }

  static async open({ host = '127.0.0.1', headers = {} }: SiteOptions = {}): Promise<Site> {
    const site = new Site(headers)
    site.#server.listen(0, host)
    await once(site.#server, 'listening')
    return site
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  get origin(): string {
    const { address, family, port } = this.#server.address() as AddressInfo
    return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }
}
