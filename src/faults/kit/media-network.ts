import { setTimeout } from 'node:timers/promises'
import type { Gateway } from '../../cloud/gateway/gateway.ts'
import type { Direction } from '../../cloud/gateway/media/network-path.ts'
import type { PeerStats } from '../../cloud/gateway/media/peer.ts'
import type { Session } from '../../cloud/gateway/session.ts'
import { slowness } from '../../machine/slowness.ts'
import { FaultNotInjected } from './receipt.ts'

/** How long swallowed packets may take to show up in the counts, in ms. Media sends dozens a second. */
const PATIENCE_MS = 10_000 * slowness()
const POLL_MS = 10

type Evidence = Record<string, unknown>
/** What was counted, and the way to end what was done. */
interface Acted {
  readonly evidence: Evidence
  readonly undo: () => void
}
type Counts = Pick<PeerStats, 'packetsIn' | 'packetsOut' | 'droppedIn' | 'droppedOut'>

/** The UDP between all peers of a gateway and the page, as a fault acts on it; what it did is counted in packets. */
export class MediaNetwork {
  readonly #gateway: Gateway

  constructor(gateway: Gateway) {
    this.#gateway = gateway
  }

  /**
   * @param connecting whether it is to be before any media gets through
   * @throws {FaultNotInjected} when there is media to cut and no packet was swallowed, or none had got through before; `all`
   *   may have none
   */
  async cut(target: 'media' | 'all', connecting: boolean): Promise<Acted> {
    const sessions = this.#gateway.find()
    if (target === 'all' && !sessions.length) return { evidence: {}, undo: () => {} }
    if (target === 'media' && !connecting) demandConnected(sessions)
    return this.#act(() => this.#gateway.path.cut('both'))
  }

  async lose(ratio: number, direction: Direction): Promise<Acted> {
    demandConnected(this.#gateway.find())
    return this.#act(() => this.#gateway.path.loss(ratio, direction))
  }

  /**
   * What comes from the gateway no longer arrives. Something must have arrived before: a client that never heard the
   * gateway does not miss it.
   */
  async mute(): Promise<Acted> {
    await this.#until('the gateway to have sent something', ({ packetsOut }) => packetsOut > 0)
    return this.#act(() => this.#gateway.path.cut('down', 'media'))
  }

  heal(): void {
    this.#gateway.path.heal()
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

  async #until(expected: string, reached: (counts: Counts) => boolean): Promise<void> {
    for (const until = Date.now() + PATIENCE_MS; !reached(this.#counts()); await setTimeout(POLL_MS)) {
      if (Date.now() < until) continue
      const sessions = this.#gateway.find().length
      throw new FaultNotInjected(expected, { sessions, ...this.#counts() })
    }
  }

  #counts(): Counts {
    const total: Counts = { packetsIn: 0, packetsOut: 0, droppedIn: 0, droppedOut: 0 }
    const sum = (all: Counts, one: Counts): Counts => ({
      packetsIn: all.packetsIn + one.packetsIn,
      packetsOut: all.packetsOut + one.packetsOut,
      droppedIn: all.droppedIn + one.droppedIn,
      droppedOut: all.droppedOut + one.droppedOut,
    })
    return this.#gateway
      .find()
      .map(({ peer }) => peer.stats())
      .reduce(sum, total)
  }
}

/** A connection that never was is not missed by anybody: no code would come of it. */
function demandConnected(sessions: readonly Session[]): void {
  if (sessions.some(({ isConnected }) => isConnected)) return
  const expected = 'media that gets through: await cloud.publishing() or cloud.playing() before'
  const states = sessions.map(({ role, stream }) => `${role} of ${stream.id}, still connecting`)
  throw new FaultNotInjected(expected, states.length > 0 ? states : 'no media session')
}
