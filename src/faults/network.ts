import type { BrowserContext } from '@playwright/test'
import { backOnline, takeForOffline, takeForOnlineAgain } from '../browser/online.ts'
import { checkConfiguration } from '../cloud/accesshub/configuration.ts'
import type { Cloud } from '../cloud/cloud.ts'
import type { WireDoor } from '../cloud/doors/wire/door.ts'
import type { HostFilter, Network } from '../cloud/doors/wire/network.ts'
import type { Wire } from '../cloud/doors/wire/wire.ts'
import { demandFields, demandOneOf, shown } from '../cloud/exchange/demand.ts'
import type { Direction, NetworkPath } from '../cloud/gateway/media/network-path.ts'
import { MediaNetwork } from './kit/media-network.ts'
import { FaultNotInjected, type Injection, injected } from './kit/receipt.ts'
import { type Shaped, together } from './kit/shaped.ts'
import { SignalingNetwork } from './kit/signaling-network.ts'
import { profileOf, type WantedNetwork, waysOf } from './kit/wanted-network.ts'

/** Which connections a network fault is for: those to AccessHub, the media over UDP, or everything. */
export type NetworkTarget = 'signaling' | 'media' | 'all'

/** What has connections: media is UDP, which has none to reset, to hold or to refuse. */
export type ConnectionTarget = Exclude<NetworkTarget, 'media'>

/** Which part of the network is shaped. */
export interface ShapeOptions {
  /** `up`: from the page to the cloud only; `down`: the other way only. Both by default. */
  readonly direction?: Direction
  /** `media` by default; `all` may have no media, and has its receipts in `media` and `signaling`. */
  readonly target?: NetworkTarget
}

interface Scene {
  readonly cloud: Cloud
  readonly door: WireDoor
  readonly context: BrowserContext
  /** Title of the test: the seed of what is lost. */
  readonly title: string
}

/** Faults of the network between the page and the cloud. They act on real sockets, below the browser. */
export class NetworkFaults {
  readonly #network: Network
  readonly #context: BrowserContext
  readonly #cloud: Cloud
  readonly #path: NetworkPath
  readonly #isSignaling: HostFilter
  readonly #media: MediaNetwork
  readonly #signaling: SignalingNetwork
  readonly #title: string
  /** Addresses that the client got and has not given up, oldest first; the newest is the one it has. */
  #addresses: readonly { readonly address: string }[] = []
  /** Its own, while it has another one. */
  #ownAddress = ''
  /** Ends what else is so while the browser is offline; there as long as it is. */
  #online: (() => void) | undefined
  /** Whether the browser takes the machine for offline. */
  #misjudged = false

  constructor({ cloud, door, context, title }: Scene) {
    this.#network = door.network
    this.#context = context
    this.#cloud = cloud
    this.#path = door.path
    this.#isSignaling = door.isSignaling
    this.#title = title
    this.#media = new MediaNetwork(cloud.gateway, door.path)
    this.#signaling = new SignalingNetwork(door.network)
  }

  /**
   * Cuts until `heal`. Signaling: open connections are reset (the page sees close code 1006) and new ones refused.
   * Media: every UDP packet is swallowed, both ways; ICE notices after some 5 s.
   *
   * @param options `connecting`, of media: cuts it before anything got through, as a firewall does that lets no UDP pass. Where nothing
   *   connects yet, a test in which no packet was swallowed fails
   * @throws {FaultNotInjected} when nothing was connected, or no packet was swallowed
   * @example
   * await faults.network.cut('media', { connecting: true })
   * await page.getByRole('button', { name: 'Go live' }).click()
   */
  async cut(
    target: NetworkTarget = 'signaling',
    options: { readonly connecting?: boolean } = {},
  ): Promise<Injection> {
    demandFields('network.cut', options, ['connecting'])
    const { connecting = false } = options
    const at = Date.now()
    const { wires, end } = this.#network.cut(target === 'media' ? nobody : this.#hosts(target))
    if (!wires.length && target !== 'media') {
      throw new FaultNotInjected(`an open ${target} connection to reset: await cloud.inRoom() before`, 'none')
    }
    const media = target === 'signaling' ? undefined : await this.#media.cut(target, connecting)
    // Whose getters go on counting.
    const evidence = Object.assign(media?.evidence ?? {}, { target, reset: wires.map(({ host }) => host) })
    const undo = () => {
      end()
      media?.undo()
    }
    return injected({ means: 'wire', at, evidence, undo })
  }

  /**
   * Loses a share of the media packets until `heal`.
   *
   * @param ratio above 0, up to 1
   */
  async lose(ratio: number, direction: Direction = 'both'): Promise<Injection> {
    waysOf(direction)
    if (!(ratio > 0))
      throw new RangeError(`network.lose takes a share above 0, up to 1, not ${shown(ratio)}.`)
    const at = Date.now()
    return injected({ means: 'wire', at, ...(await this.#media.lose(ratio, direction)) })
  }

  /**
   * Makes media, signaling or both go over another network, until `heal` or `undo`: narrow, slow, uneven or lossy, by conditions
   * that stay or by a profile, some of which change in the course of (real) time. It resolves once the first phase was measured,
   * each way: loss ±1 pp, delay ±10 ms, rate ±10 %; then the phases go by. The receipt has what was `asked`, what was
   * `measured`, and the `phases` so far. The same test loses the same packets in every run.
   *
   * Media is measured by its own packets, so it must go that way. Signaling is measured by a connection of the harness's own
   * over the same link, so it may come later; a test in which none goes over it fails. What TCP loses it sends again, later
   * (`resent`), so messages are late by it, in their order, and none is lost: while nothing gets through, all wait.
   *
   * @param wanted a profile by name (`'3g'`, `'lift'`, …) or of your own, or conditions such as `{ rateKbps: 300, loss: 0.05 }`
   * @throws {FaultNotInjected} when no media goes that way, or it is measured otherwise
   * @throws {TypeError} for a profile, a condition or a target that there is not
   * @throws {RangeError} for a number that no network has
   * @example
   * const slow = await faults.network.shape('satellite', { target: 'signaling' })
   * await slow.undo()
   */
  async shape(wanted: WantedNetwork, options: ShapeOptions = {}): Promise<Injection> {
    demandFields('network.shape', options, ['direction', 'target'])
    const { direction = 'both', target = 'media' } = options
    const filter = target === 'media' ? nobody : this.#hosts(target)
    const ways = waysOf(direction)
    const profile = profileOf(wanted)
    const at = Date.now()
    const parts: { signaling?: Shaped; media?: Shaped } = {}
    try {
      if (target !== 'media')
        parts.signaling = await this.#signaling.shape(profile, ways, this.#title, filter)
      if (target !== 'signaling') parts.media = await this.#media.shape(profile, ways, this.#title, target)
    } catch (error) {
      parts.signaling?.undo()
      throw error
    }
    return injected({ means: 'wire', at, ...together(parts) })
  }

  /**
   * The client gets another address, as a phone does that leaves the Wi-Fi: signaling breaks and comes back from the
   * new address, media no longer finds the way back.
   *
   * @throws while others are in a room: the cloud knows one address for all
   * @throws {TypeError} for what is no IP address, or the one that the client has
   * @throws {FaultNotInjected} when the client has no media, or is in no room
   */
  async changeAddress(address = '127.0.0.2'): Promise<Injection> {
    const at = Date.now()
    const { configuration } = this.#cloud
    const others = this.#cloud.clientsThrough((path) => path !== this.#path)
    if (others.length > 0) throw new Error(addressOfAll(others.map(({ userId }) => userId)))
    checkConfiguration({ clientIp: address })
    if (address === configuration.clientIp)
      throw new TypeError(
        `The client has the address ${address} already: network.changeAddress takes another one.`,
      )
    const before = configuration.clientIp
    const given = { address }
    this.#haveAddresses([...this.#addresses, given])
    const ownAddress = () => this.#haveAddresses(this.#addresses.filter((other) => other !== given))
    const media = await this.#media.mute().catch((error) => {
      ownAddress()
      throw error
    })
    const undo = () => {
      ownAddress()
      media.undo()
    }
    const { wires } = this.#network.reset(this.#isSignaling)
    if (!wires.length) {
      undo()
      throw new FaultNotInjected('an open signaling connection: await cloud.inRoom() before', 'none')
    }
    return injected({ means: 'wire', at, evidence: { before, address, ...media.evidence }, undo })
  }

  /**
   * Resets the open connections once; new ones are let through at once.
   *
   * @throws {FaultNotInjected} when nothing was connected
   */
  async reset(target: ConnectionTarget = 'signaling'): Promise<Injection> {
    const { wires } = this.#network.reset(this.#hosts(target))
    if (!wires.length)
      throw new FaultNotInjected(`an open ${target} connection to reset: await cloud.inRoom() before`, 'none')
    return injected({ means: 'wire', evidence: { target, reset: wires.map((wire) => wire.host) } })
  }

  /**
   * Refuses new connections until `heal`; open ones go on. To be met, it must be armed before the page connects; a test
   * in which none was refused fails.
   *
   * @param options `only: 'first'`: of several hosts, the one that the page asks for first is out of reach; those that it tries
   *   next are let through. The receipt has who was `refused` and who was `reached`
   * @example
   * await faults.network.refuse('signaling', { only: 'first' })
   */
  async refuse(
    target: ConnectionTarget = 'signaling',
    options: { readonly only?: 'first' } = {},
  ): Promise<Injection> {
    demandFields('network.refuse', options, ['only'])
    const { only } = options
    if (only !== undefined) demandOneOf('only', only, ['first'])
    const filter = this.#hosts(target)
    const { refusals } = this.#network
    const before = refusals.length
    const { wires, end: undo } = this.#network.refuse(filter, only)
    const refused = () => refusals.slice(before).filter(filter)
    const evidence = {
      target,
      request: `a connection to ${target}`,
      get met() {
        return refused().length
      },
      get refused() {
        return [...new Set(refused())]
      },
      get reached() {
        return [...new Set(wires.map(({ host }) => host))]
      },
    }
    return injected({ means: 'wire', evidence, undo })
  }

  /**
   * Everything stays open, but no byte passes either way until `heal`: what a dead router looks like. With `all`, no media
   * passes, either.
   *
   * @throws {FaultNotInjected} when nothing was connected
   */
  async halfOpen(target: ConnectionTarget = 'signaling'): Promise<Injection> {
    const { wires, end } = this.#network.halfOpen(this.#hosts(target))
    if (!wires.length)
      throw new FaultNotInjected(`an open ${target} connection to hold: await cloud.inRoom() before`, 'none')
    const media = target === 'all' ? await this.#media.cut('all', false) : undefined
    const undo = () => {
      end()
      media?.undo()
    }
    const held = [...wires]
    const before = held.map(({ traffic: { up, down } }) => ({ up, down }))
    const evidence = {
      target,
      ...media?.evidence,
      held: held.map((wire) => wire.host),
      bytesBefore: before,
      get bytesSince() {
        return held.map(({ traffic }, index) => ({
          up: traffic.up - (before[index]?.up ?? 0),
          down: traffic.down - (before[index]?.down ?? 0),
        }))
      },
    }
    return injected({ means: 'wire', evidence, undo })
  }

  /**
   * Delays every byte and every packet of media each way until `heal`. The receipt says how many bytes were late (a test in
   * which none was fails), and how late media was in the mean.
   *
   * @param ms from 1 to 60 000
   * @throws {FaultNotInjected} when `media` is to be late and none gets through
   */
  async delay(ms: number, target: NetworkTarget = 'signaling'): Promise<Injection> {
    if (typeof ms !== 'number' || !(ms >= 1 && ms <= 60_000))
      throw new RangeError(`A delay is from 1 to 60000 ms, not ${ms}`)
    const at = Date.now()
    const { wires, end } = this.#network.delay(target === 'media' ? nobody : this.#hosts(target), ms)
    // What came late by something that is over is nothing of this.
    const before = lateBytes(wires)
    const media = target === 'signaling' ? undefined : await this.#media.delay(ms, target)
    const undo = () => {
      end()
      media?.undo()
    }
    if (target === 'media')
      return injected({ means: 'wire', at, evidence: { target, ms, media: media?.evidence }, undo })
    const evidence = {
      ...{ target, ms, media: media?.evidence, request: `bytes to ${target}` },
      get delayed() {
        return wires.map(({ host }) => host)
      },
      get met() {
        return lateBytes(wires) - before
      },
    }
    return injected({ means: 'wire', at, evidence, undo })
  }

  /**
   * Puts the browser offline: `navigator.onLine` turns false and nothing connects. Sockets that are open stay so and
   * fall silent; WebRTC does not notice. What the service says meanwhile is lost.
   *
   * @throws {FaultNotInjected} when it is offline already, or no page is open that could be
   */
  async offline(): Promise<Injection> {
    await this.#demandOnline()
    await this.#context.setOffline(true)
    this.#online = this.#network.unheard(this.#hosts('all')).end
    const onLine = await this.#onLine()
    if (onLine.some(Boolean)) throw new FaultNotInjected('navigator.onLine to be false', onLine)
    return injected({ means: 'real', evidence: { onLine }, undo: () => this.#goOnline() })
  }

  /**
   * The browser takes the machine for offline, as it does with some VPNs and virtual adapters: `navigator.onLine` is false and the
   * page is told so, while everything gets through. (It is the other way round with `cut('all')`: it takes it for online.)
   *
   * @throws {FaultNotInjected} when it is offline already, or no page is open
   * @example
   * const misjudged = await faults.network.seemsOffline()
   * await misjudged.undo()
   */
  async seemsOffline(): Promise<Injection> {
    await this.#demandOnline()
    const at = Date.now()
    const open = [...this.#network.wires].filter(({ isOpen }) => isOpen)
    this.#misjudged = true
    await takeForOffline(this.#context)
    const onLine = await this.#onLine()
    if (onLine.some(Boolean)) throw new FaultNotInjected('navigator.onLine to be false', onLine)
    const evidence = { onLine, open: open.filter(({ isOpen }) => isOpen).map(({ host }) => host) }
    return injected({ means: 'real', at, evidence, undo: () => this.#seemOnline() })
  }

  /** Ends every network fault. */
  async heal(): Promise<void> {
    this.#network.heal()
    this.#signaling.heal()
    this.#media.heal()
    this.#haveAddresses([])
    await this.#seemOnline()
    await this.#goOnline()
  }

  #haveAddresses(addresses: readonly { readonly address: string }[]): void {
    const { configuration } = this.#cloud
    if (addresses.length === this.#addresses.length) return
    if (this.#addresses.length === 0) this.#ownAddress = configuration.clientIp
    this.#addresses = addresses
    configuration.clientIp = addresses.at(-1)?.address ?? this.#ownAddress
  }

  async #demandOnline(): Promise<void> {
    const before = await this.#onLine()
    if (before.length === 0)
      throw new FaultNotInjected('an open page, which says whether it is online', 'none')
    if (!before.every(Boolean)) throw new FaultNotInjected('navigator.onLine to be true before', before)
  }

  async #seemOnline(): Promise<void> {
    if (!this.#misjudged) return
    this.#misjudged = false
    await this.#unlessClosed(takeForOnlineAgain(this.#context))
  }

  /** What ends with a context that may be closed is over with it. */
  async #unlessClosed(ending: Promise<void>): Promise<void> {
    await ending.catch((error) => {
      if (this.#context.pages().length > 0) throw error
    })
  }

  async #goOnline(): Promise<void> {
    if (!this.#online) return
    this.#online()
    this.#online = undefined
    await this.#unlessClosed(this.#context.setOffline(false).then(() => backOnline(this.#context)))
  }

  /** @throws {TypeError} for a target without connections, in words that lead on */
  #hosts(target: ConnectionTarget): HostFilter {
    if (target === 'signaling') return this.#isSignaling
    if (target === 'all') return () => true
    if ((target as NetworkTarget) === 'media')
      throw new TypeError(
        'Media is UDP, which has no connection to reset, to hold or to refuse. Use cut, lose or delay for it; from before it ' +
          "connects: cut('media', { connecting: true }).",
      )
    throw new TypeError(`No such network target: ${target}. Use signaling, all, media.`)
  }

  /** Of every page. */
  #onLine(): Promise<boolean[]> {
    return Promise.all(this.#context.pages().map((page) => page.evaluate(() => navigator.onLine)))
  }
}

const addressOfAll = (others: readonly string[]) =>
  `The cloud knows one address for all its clients, so that ${others.join(', ')} would get another one too. Use ` +
  "reset('signaling') for a client that leaves its network, or do it while nobody else is in a room."

const lateBytes = (wires: readonly Wire[]) => wires.reduce((bytes, { traffic }) => bytes + traffic.late, 0)

const nobody: HostFilter = () => false
