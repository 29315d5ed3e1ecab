import type { Cloud } from '../../cloud.ts'
import type { NetworkPath } from '../../gateway/media/network-path.ts'
import { CloudHosts } from '../../hosts.ts'
import type { Entrance } from './entrance.ts'
import type { HostFilter, Network } from './network.ts'
import { ConnectProxy, type Leak } from './proxy.ts'
import { CloudServer } from './server.ts'

interface Options {
  readonly cloud: Cloud
  /** What media goes through of whoever comes in here; the gateway's own path when left out, as all others' does. */
  readonly path?: NetworkPath
  /** Origins the page may reach besides the cloud, such as `http://localhost:5173`. */
  readonly origins: readonly string[]
  /** Hosts of the app's that pass on to ZEGO, such as `rtc.example.com`. */
  readonly proxies?: readonly string[]
  /** Where the browser comes in; an address of the door's own when left out. */
  readonly entrance?: Entrance
}

/**
 * The way into a cloud over a real wire: a proxy for one browser context, and a TLS server behind it. ZEGO's hosts
 * lead to the cloud, the app's own origins pass, everything else is refused and reported as a leak.
 *
 * @example
 * const door = await WireDoor.open({ cloud, origins: ['http://localhost:5173'] })
 * const context = await browser.newContext({ proxy: { server: door.url }, ignoreHTTPSErrors: true })
 */
export class WireDoor {
  /** For the context's `proxy.server`. */
  readonly url: string
  /** The network of media, which no proxy carries. */
  readonly path: NetworkPath
  /** Which connections are signaling. */
  readonly isSignaling: HostFilter
  readonly #proxy: ConnectProxy
  readonly #server: CloudServer
  readonly #leave: () => void

  private constructor(
    url: string,
    path: NetworkPath,
    isSignaling: HostFilter,
    proxy: ConnectProxy,
    server: CloudServer,
    leave = () => {},
  ) {
    this.url = url
    this.path = path
    this.isSignaling = isSignaling
    this.#proxy = proxy
    this.#server = server
    this.#leave = leave
  }

  static async open({ cloud, path, origins, proxies, entrance }: Options): Promise<WireDoor> {
    const hosts = new CloudHosts(proxies)
    const allowed = new Set(origins.map(hostAndPort))
    const locateOwn = (host: string, port: number) =>
      allowed.has(`${host}:${port}`) ? { host: addressOf(host), port } : undefined
    const server = await CloudServer.listen({
      cloud,
      path,
      locate: locateOwn,
      hosts,
      carries: (port) => proxy.network.carries(port),
      onStranger: (url) => proxy.refuse(url),
    })
    const locate = (host: string, port: number) =>
      hosts.isCloud(host) ? { host: '127.0.0.1', port: server.port } : locateOwn(host, port)
    const proxy = new ConnectProxy({ locate, handlers: () => cloud.ownHttpHandlers, answering: server })
    const media = path ?? cloud.gateway.path
    await proxy.open()
    if (!entrance) return new WireDoor(await proxy.listen(), media, hosts.isSignaling, proxy, server)
    const leave = entrance.leadTo((socket) => proxy.take(socket))
    return new WireDoor(entrance.url, media, hosts.isSignaling, proxy, server, leave)
  }

  /** The network between the page and everything it reaches; faults act on it. */
  get network(): Network {
    return this.#proxy.network
  }

  /** Requests the page made that would have left the machine. They were refused. */
  get leaks(): readonly Leak[] {
    return this.#proxy.leaks
  }

  /** Addresses that the page may reach, where nobody listens. */
  get unanswered(): readonly string[] {
    return [...this.#proxy.unanswered]
  }

  async close(): Promise<void> {
    this.#leave()
    await Promise.all([this.#proxy.close(), this.#server.close()])
  }
}

function hostAndPort(origin: string): string {
  if (!URL.canParse(origin))
    throw new TypeError(`Not an origin: ${origin}. Write it as http://localhost:5173.`)
  const { hostname, port, protocol } = new URL(origin)
  return `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`
}

/** Where this machine finds a host: `http://[::1]` is written in brackets, and browsers take `*.localhost` for localhost. */
function addressOf(host: string): string {
  return host.endsWith('.localhost') ? 'localhost' : host.replace(/^\[(.*)\]$/, '$1')
}
