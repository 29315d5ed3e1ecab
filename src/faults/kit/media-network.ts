import { setTimeout } from 'node:timers/promises'
import type { Gateway } from '../../cloud/gateway/gateway.ts'
import type { Reading } from '../../cloud/gateway/media/meter.ts'
import type { Direction, NetworkPath, Way } from '../../cloud/gateway/media/network-path.ts'
import { nothingCarried, type PeerStats } from '../../cloud/gateway/media/peer.ts'
import type { Session } from '../../cloud/gateway/session.ts'
import { slowness } from '../../machine/slowness.ts'
import type { NetworkProfile } from './network-profiles.ts'
import { FaultNotInjected } from './receipt.ts'
import { Shaping } from './shaping.ts'

/** How long swallowed packets may take to show up in the counts, in ms. Media sends dozens a second. */
const PATIENCE_MS = 10_000 * slowness()
/** How long it may take until what was measured is what was asked, in ms: means need hundreds of packets. */
const READING_MS = 60_000 * slowness()
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
  readonly #shapings = new Set<Shaping>()

  constructor(gateway: Gateway, path: NetworkPath) {
    this.#gateway = gateway
    this.#path = path
  }

  /**
   * @param connecting whether it is to be before any media gets through
   * @throws {FaultNotInjected} when there is media to cut and no packet was swallowed, or none had got through before; `all`
   *   may have none
   */
  async cut(target: 'media' | 'all', connecting: boolean): Promise<Acted> {
    const sessions = this.#sessions()
    if (target === 'all' && !sessions.length) return { evidence: {}, undo: () => {} }
    if (target === 'media' && !connecting) demandConnected(sessions)
    return this.#act(() => this.#path.cut('both'))
  }

  async lose(ratio: number, direction: Direction): Promise<Acted> {
    demandConnected(this.#sessions())
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
    demandConnected(sessions)
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
    if (this.#sessions().length === 0) demandConnected([])
    await this.#until('the gateway to have sent something', ({ packetsOut }) => packetsOut > 0)
    return this.#act(() => this.#path.cut('down', 'media'))
  }

  /**
   * Makes the way a link of other qualities, and resolves once it was measured to be that in its first phase, each way that
   * carries media; then the clock of the phases starts.
   *
   * @param seed a text that decides which packets are lost
   * @throws {FaultNotInjected} when no media goes a way that is to be shaped, or it is measured to be otherwise
   * @throws {TypeError} when the first phase has nothing to be measured
   */
  async shape(profile: NetworkProfile, ways: readonly Way[], seed: string): Promise<Acted> {
    const [first = {}] = profile.phases
    const shaped = ways.filter((way) => Object.keys(first[way] ?? {}).length > 0)
    if (shaped.length === 0)
      throw new TypeError(
        `The network is healthy in its first phase, ${ways.join(' and ')}: it could not be measured.`,
      )
    const carrying = shaped.filter((way) => this.#carriesMedia(way))
    if (carrying.length === 0)
      throw new FaultNotInjected(shaped.map((way) => mediaThat[way]).join(', or '), this.#states())
    const shaping = new Shaping(this.#path, profile, ways, seed)
    this.#shapings.add(shaping)
    const undo = () => {
      shaping.end()
      this.#shapings.delete(shaping)
    }
    shaping.begin()
    const readings = await Promise.all(carrying.map((way) => readBack(shaping, way))).catch((error) => {
      undo()
      throw error
    })
    shaping.run()
    const evidence = {
      asked: Object.fromEntries(carrying.map((way) => [way, first[way]])),
      measured: Object.fromEntries(readings),
      get phases() {
        return shaping.phases
      },
    }
    return { evidence, undo }
  }

  heal(): void {
    for (const shaping of this.#shapings) shaping.end()
    this.#shapings.clear()
    this.#path.heal()
  }

  /** Whether pictures and sound go that way now, and more than reports about them. */
  #carriesMedia(way: Way): boolean {
    return this.#sessions().some(
      ({ role, isConnected }) => isConnected && (role === 'publisher') === (way === 'up'),
    )
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

/** What a way was measured to be, once that is what was asked. What is measured otherwise is measured anew, for a while. */
async function readBack(shaping: Shaping, way: Way): Promise<[Way, Reading]> {
  let last: unknown
  for (const until = Date.now() + READING_MS; ; await setTimeout(POLL_MS)) {
    const difference = shaping.readBack(way)
    if (difference?.wrong.length === 0) return [way, difference.measured]
    if (difference) {
      last = difference
      shaping.measure(way)
    }
    if (difference?.isHopeless || Date.now() > until)
      throw new FaultNotInjected(`the way ${way} to be measured as asked`, last ?? shaping.phases)
  }
}

const mediaThat: Readonly<Record<Way, string>> = {
  up: 'media that goes up: await cloud.publishing() before',
  down: 'media that goes down: await cloud.playing() before',
}

/** A connection that never was is not missed by anybody: no code would come of it. */
function demandConnected(sessions: readonly Session[]): void {
  if (sessions.some(({ isConnected }) => isConnected)) return
  const expected = 'media that gets through: await cloud.publishing() or cloud.playing() before'
  const states = sessions.map(({ role, stream }) => `${role} of ${stream.id}, still connecting`)
  throw new FaultNotInjected(expected, states.length > 0 ? states : 'no media session')
}
