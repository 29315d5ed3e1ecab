import { setTimeout } from 'node:timers/promises'
import type { Gateway } from '../../cloud/gateway/gateway.ts'
import type { Direction, NetworkPath, Way } from '../../cloud/gateway/media/network-path.ts'
import { nothingCarried, type PeerStats } from '../../cloud/gateway/media/peer.ts'
import { Shaper } from '../../cloud/gateway/media/shaper.ts'
import type { Session } from '../../cloud/gateway/session.ts'
import { slowness } from '../../machine/slowness.ts'
import { measuredAsAsked, shapedFirst } from './measured.ts'
import type { NetworkProfile } from './network-profiles.ts'
import { FaultNotInjected } from './receipt.ts'
import type { Shaped } from './shaped.ts'
import { Shaping } from './shaping.ts'

/** How long swallowed packets may take to show up in the counts, in ms. Media sends dozens a second. */
const PATIENCE_MS = 10_000 * slowness()
const POLL_MS = 10

type Evidence = Record<string, unknown>
/** What was counted, and the way to end what was done. */
interface Acted {
  readonly evidence: Evidence
  readonly undo: () => void
}
type Counts = Omit<PeerStats, 'bytesIn' | 'bytesOut'>

/** The UDP between a gateway and those who share a path, as a fault acts on it; what it did is counted in packets. */
export class MediaNetwork {
  readonly #gateway: Gateway
  readonly #path: NetworkPath
  readonly #shapings = new Set<{ end(): void }>()

  constructor(gateway: Gateway, path: NetworkPath) {
    this.#gateway = gateway
    this.#path = path
  }

  /**
   * @param connecting whether it is to be before any media gets through; where nothing connects yet, what comes of it is `met`
   * @throws {FaultNotInjected} when there is media to cut and no packet was swallowed, or none had got through before; `all`
   *   may have none
   */
  async cut(target: 'media' | 'all', connecting: boolean): Promise<Acted> {
    const sessions = this.#sessions()
    if (target === 'all' && !sessions.length) return { evidence: {}, undo: () => {} }
    if (connecting && !sessions.length) return this.#cutAhead()
    if (target === 'media' && !connecting) await this.#demandConnected()
    return this.#act(() => this.#path.cut('both'))
  }

  /** Nobody connects yet: what is swallowed is counted, and is read when the receipt is. */
  #cutAhead(): Acted {
    const path = this.#path
    const before = path.lost
    const undo = path.cut('both')
    const evidence = {
      awaited: 'media packets to be swallowed',
      get met() {
        return path.lost - before
      },
    }
    return { evidence, undo }
  }

  async lose(ratio: number, direction: Direction): Promise<Acted> {
    await this.#demandConnected()
    return this.#act(() => this.#path.loss(ratio, direction))
  }

  /**
   * Every packet comes late, both ways; the receipt says by how many ms in the mean, as measured.
   *
   * @throws {FaultNotInjected} when there is media and none came late; `all` may have none
   */
  async delay(ms: number, target: 'media' | 'all'): Promise<Acted> {
    const sessions = this.#sessions()
    if (target === 'all' && !sessions.length) return { evidence: {}, undo: () => {} }
    await this.#demandConnected()
    const before = this.#counts()
    const since = () => {
      const { lateIn, lateOut, msLate } = this.#counts()
      const late = lateIn + lateOut - before.lateIn - before.lateOut
      return { late, meanMs: late > 0 ? Math.round((msLate - before.msLate) / late) : 0 }
    }
    const undo = this.#path.delay(ms, 'both')
    const reached = () => since().late > 0
    await this.#until('media packets to come late', reached, ms)
    const evidence = {
      get late() {
        return since().late
      },
      get meanMs() {
        return since().meanMs
      },
    }
    return { evidence, undo }
  }

  /**
   * What comes from the gateway no longer arrives. Something must have arrived before: a client that never heard the
   * gateway does not miss it.
   */
  async mute(): Promise<Acted> {
    if (this.#sessions().length === 0) await this.#demandConnected()
    await this.#until('the gateway to have sent something', ({ packetsOut }) => packetsOut > 0)
    return this.#act(() => this.#path.cut('down', 'media'))
  }

  /**
   * Makes the way a link of other qualities, and resolves once it was measured to be that in its first phase, each way that
   * carries media.
   *
   * @param seed a text that decides which packets are lost
   * @throws {FaultNotInjected} when no media goes a way that is to be shaped (`all` may have none), or it is measured to be otherwise
   * @throws {TypeError} when the first phase has nothing to be measured
   */
  async shape(
    profile: NetworkProfile,
    ways: readonly Way[],
    seed: string,
    target: 'media' | 'all',
  ): Promise<Shaped> {
    const shaped = shapedFirst(profile, ways)
    const isMeant = (session: Session) => shaped.some((way) => carries(session, way))
    const isConnected = await this.#areConnected(isMeant)
    if (target === 'media' && !isConnected)
      throw new FaultNotInjected(shaped.map((way) => mediaThat[way]).join(', or '), this.#states())
    const connected = this.#sessions().filter(({ isConnected }) => isConnected)
    const carrying = shaped.filter((way) => connected.some((session) => carries(session, way)))
    const make = (random: () => number) => new Shaper(random)
    const lead = (way: Way, shaper: Shaper) => this.#path.shape(way, shaper)
    const shaping = new Shaping({ profile, ways, seed, make, lead })
    this.#shapings.add(shaping)
    const undo = () => {
      shaping.end()
      this.#shapings.delete(shaping)
    }
    shaping.begin()
    const readBack = await measuredAsAsked(shaping, profile.phases, carrying).catch((error) => {
      undo()
      throw error
    })
    const evidence = {
      ...readBack,
      get phases() {
        return shaping.phases
      },
    }
    return { evidence, undo, run: () => shaping.run() }
  }

  heal(): void {
    for (const shaping of this.#shapings) shaping.end()
    this.#shapings.clear()
    this.#path.heal()
  }

  /** An app may show media a moment before the gateway is through with the handshake: who still connects is waited for. */
  async #areConnected(isMeant: (session: Session) => boolean): Promise<boolean> {
    for (const until = Date.now() + PATIENCE_MS; ; await setTimeout(POLL_MS)) {
      const sessions = this.#sessions().filter(isMeant)
      if (sessions.some(({ isConnected }) => isConnected)) return true
      if (sessions.length === 0 || Date.now() > until) return false
    }
  }

  /** A connection that never was is not missed by anybody: no code would come of it. */
  async #demandConnected(): Promise<void> {
    if (await this.#areConnected(() => true)) return
    const expected = 'media that gets through: await cloud.publishing() or cloud.playing() before'
    throw new FaultNotInjected(expected, this.#states())
  }

  #states(): readonly string[] | string {
    const states = this.#sessions().map(
      ({ role, stream, isConnected }) =>
        `${role} of ${stream.id}, ${isConnected ? 'connected' : 'still connecting'}`,
    )
    return states.length > 0 ? states : 'no media session'
  }

  #sessions(): Session[] {
    return this.#gateway.find({ path: this.#path })
  }

  async #act(act: () => () => void): Promise<Acted> {
    const before = this.#counts()
    const undo = act()
    const dropped = ({ droppedIn, droppedOut }: Counts) =>
      droppedIn + droppedOut > before.droppedIn + before.droppedOut
    await this.#until('media packets to be swallowed', dropped)
    const counts = () => this.#counts()
    const evidence = {
      before,
      get after() {
        return counts()
      },
    }
    return { evidence, undo }
  }

  async #until(expected: string, reached: (counts: Counts) => boolean, more = 0): Promise<void> {
    for (const until = Date.now() + PATIENCE_MS + more; !reached(this.#counts()); await setTimeout(POLL_MS)) {
      if (Date.now() < until) continue
      const sessions = this.#sessions().length
      throw new FaultNotInjected(expected, { sessions, ...this.#counts() })
    }
  }

  #counts(): Counts {
    const { bytesIn, bytesOut, ...total } = nothingCarried
    const counts: Record<keyof Counts, number> = { ...total }
    for (const { peer } of this.#sessions()) {
      const stats = peer.stats()
      for (const name of Object.keys(counts) as (keyof Counts)[]) counts[name] += stats[name]
    }
    return counts
  }
}

const mediaThat: Readonly<Record<Way, string>> = {
  up: 'media that goes up: await cloud.publishing() before',
  down: 'media that goes down: await cloud.playing() before',
}

/** Whether pictures and sound go that way, and more than reports about them. */
function carries({ role }: Session, way: Way): boolean {
  return (role === 'publisher') === (way === 'up')
}
