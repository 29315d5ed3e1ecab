import type { Way } from '../../gateway/media/network-path.ts'
import type { Link } from './link.ts'
import type { Wire } from './wire.ts'

/** Which hosts a condition is for. */
export type HostFilter = (host: string) => boolean

/** What a condition did, for receipts, and how it ends before `heal` ends all. */
export interface Effect {
  /** Connections that it acted on, those that come while it lasts included; of a refusal, those that got through. */
  readonly wires: readonly Wire[]
  readonly end: () => void
}

type Condition = { readonly hosts: HostFilter; readonly wires: Wire[] } & (
  | { readonly kind: 'held' | 'unheard' }
  /** `first` is the host that was asked for first, where it is that one alone. */
  | { readonly kind: 'refused'; readonly only: 'first' | undefined; first?: string }
  | { readonly kind: 'delayed'; readonly ms: number }
  | { readonly kind: 'shaped'; readonly way: Way; readonly link: Link }
)

/** The state of the network between one browser context and the world. */
export class Network {
  readonly wires = new Set<Wire>()
  /** Connections refused so far, by host. */
  readonly refusals: string[] = []
  #conditions: Condition[] = []

  /** Resets the open connections; new ones may come at once. */
  reset(hosts: HostFilter): Effect {
    const wires = this.#matching(hosts)
    for (const wire of wires) wire.reset()
    return { wires, end: () => {} }
  }

  /** Resets the open connections and refuses new ones until healed. */
  cut(hosts: HostFilter): Effect {
    const { end } = this.refuse(hosts)
    return { ...this.reset(hosts), end }
  }

  /** Refuses new connections until healed, to all hosts or to the one that is asked for first; open ones go on. */
  refuse(hosts: HostFilter, only?: 'first'): Effect {
    const wires: Wire[] = []
    return { wires, end: this.#begin({ kind: 'refused', hosts, wires, only }) }
  }

  /** Lets no byte pass, either way, until healed; everything stays open and nobody is told. */
  halfOpen(hosts: HostFilter): Effect {
    return this.#apply({ kind: 'held', hosts, wires: this.#matching(hosts) })
  }

  /** Every byte passes, but until healed the browser hears none: of what is sent to it, nothing arrives. */
  unheard(hosts: HostFilter): Effect {
    return { wires: [], end: this.#begin({ kind: 'unheard', hosts, wires: [] }) }
  }

  /** Delays every byte, each way, until healed. */
  delay(hosts: HostFilter, ms: number): Effect {
    return this.#apply({ kind: 'delayed', hosts, ms, wires: this.#matching(hosts) })
  }

  /** Leads everything that goes that way over a link that they share, until healed. What is on it then arrives by the link. */
  shape(hosts: HostFilter, way: Way, link: Link): Effect {
    return this.#apply({ kind: 'shaped', hosts, way, link, wires: this.#matching(hosts) })
  }

  /** Ends every condition. */
  heal(): void {
    this.#conditions = []
    for (const wire of this.wires) this.#settle(wire)
  }

  /** Whether a new connection to that host is refused now; counts it if so. */
  refuses(host: string): boolean {
    const refused = this.#conditions.some((condition) => {
      if (condition.kind !== 'refused' || !condition.hosts(host)) return false
      if (condition.only === undefined) return true
      condition.first ??= host
      return condition.first === host
    })
    if (refused) this.refusals.push(host)
    return refused
  }

  /** Whether what is sent back on a connection reaches the browser. @param port as `Wire.port` */
  carries(port: number | undefined): boolean {
    return [...this.wires].some((wire) => wire.port === port && wire.isPassable && this.#isHeard(wire))
  }

  #isHeard({ host }: Wire): boolean {
    return !this.#conditions.some(({ kind, hosts }) => kind === 'unheard' && hosts(host))
  }

  add(wire: Wire): void {
    this.wires.add(wire)
    for (const condition of this.#conditions) {
      if (!condition.hosts(wire.host)) continue
      condition.wires.push(wire)
      act(condition, wire)
    }
  }

  remove(wire: Wire): void {
    this.wires.delete(wire)
  }

  #apply(condition: Condition): Effect {
    const end = this.#begin(condition)
    for (const wire of condition.wires) act(condition, wire)
    return { wires: condition.wires, end }
  }

  #begin(condition: Condition): () => void {
    this.#conditions.push(condition)
    return () => {
      this.#conditions = this.#conditions.filter((other) => other !== condition)
      for (const wire of this.#matching(condition.hosts)) this.#settle(wire)
    }
  }

  /** Brings a wire into the state of the conditions that are left. */
  #settle(wire: Wire): void {
    wire.delay(0)
    wire.leadStraight()
    wire.release()
    for (const condition of this.#conditions) if (condition.hosts(wire.host)) act(condition, wire)
  }

  #matching(hosts: HostFilter): Wire[] {
    return [...this.wires].filter((wire) => wire.isOpen && hosts(wire.host))
  }
}

function act(condition: Condition, wire: Wire): void {
  if (condition.kind === 'held') wire.hold()
  if (condition.kind === 'delayed') wire.delay(condition.ms)
  if (condition.kind === 'shaped') wire.leadOver(condition.way, condition.link)
}
