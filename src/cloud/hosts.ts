/** Domains of ZEGO's services, as the SDK's builds from 2.26 to 3.12 ask for them: coolbcloud.com, zego.im, … */
const zegoDomain = /(^|\.)(cool[a-z]cloud\.com|zego\.im|zegocloud\.com|zegonetwork\.com)$/

/** Whether a host belongs to ZEGO, and so to the cloud. */
export const isZegoHost = (host: string): boolean => zegoDomain.test(host)

/** Whether a host is an AccessHub node: rooms and media signaling, without logs. */
export const isSignalingHost = (host: string): boolean => isZegoHost(host) && /^accesshub/.test(host)

/** The hosts that lead to the cloud: ZEGO's, and those of the app's that pass on to them. */
export class CloudHosts {
  readonly #proxies: readonly URL[]

  /**
   * @param proxies as the app names them to `setLocalProxyConfig`: a host, with a port or a path where it has one
   * @throws {TypeError} for what is no host
   */
  constructor(proxies: readonly string[] = []) {
    this.#proxies = proxies.map(proxyOf)
  }

  /** Whether what is asked of a host is asked of the cloud. */
  isCloud = (host: string): boolean => isZegoHost(host) || this.#proxyAt(host) !== undefined

  /** Whether signaling goes that way: to an AccessHub node, or to a host of the app's, which may pass logs on, too. */
  isSignaling = (host: string): boolean => isSignalingHost(host) || this.#proxyAt(host) !== undefined

  /** What a host of the app's asks ZEGO for: a path of its own comes before that. */
  passedOn(host: string, path: string): string {
    const own = this.#proxyAt(host)?.pathname.replace(/\/$/, '')
    return own && path.startsWith(`${own}/`) ? path.slice(own.length) : path
  }

  #proxyAt(host: string): URL | undefined {
    return this.#proxies.find(({ hostname }) => hostname === host)
  }
}

function proxyOf(proxy: string): URL {
  const url = `https://${proxy}`
  if (typeof proxy === 'string' && !proxy.includes('//') && URL.canParse(url)) return new URL(url)
  throw new TypeError(`Not a host: ${proxy}. Write it as rtc.example.com, as setLocalProxyConfig has it.`)
}
