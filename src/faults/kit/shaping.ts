import type { Conditions } from '../../cloud/gateway/media/conditions.ts'
import type { Reading } from '../../cloud/gateway/media/meter.ts'
import type { Way } from '../../cloud/gateway/media/network-path.ts'
import { seeded } from '../../cloud/gateway/media/seeded.ts'
import { inMs } from './duration.ts'
import type { NetworkPhase, NetworkProfile } from './network-profiles.ts'
import { deviations, isEnough, neverFills } from './read-back.ts'
import { seedOf } from './seed.ts'

/** What was measured in one phase, each way. */
interface Measured {
  readonly phase: string | number
  readonly up?: Reading
  readonly down?: Reading
}

/** What one way was asked to be, and is. */
interface Difference {
  readonly asked: Conditions
  readonly measured: Reading
  readonly wrong: readonly string[]
  /** Measuring anew would say the same. */
  readonly isHopeless: boolean
}

/** One way of a network, which can become another one and measures itself: a `Shaper` of packets, a `Link` of connections. */
interface Shapable {
  readonly reading: Reading
  become(conditions: Conditions): void
  measure(): void
}

/** What is shaped. */
interface Needs<Link extends Shapable> {
  readonly profile: NetworkProfile
  readonly ways: readonly Way[]
  /** A text that decides what is lost. */
  readonly seed: string
  /** Makes one way. @param random decides what is lost; numbers in [0, 1) */
  readonly make: (random: () => number) => Link
  /** Leads what goes that way over it. @returns ends it */
  readonly lead: (way: Way, link: Link) => () => void
}

/** A profile on a network: its phases in the course of time, and what was measured in each. */
export class Shaping<Link extends Shapable = Shapable> {
  readonly #profile: NetworkProfile
  readonly #links: Readonly<Partial<Record<Way, Link>>>
  readonly #lead: Needs<Link>['lead']
  readonly #past: Measured[] = []
  #ends: readonly (() => void)[] = []
  #phase = 0
  #isOn = false
  #timer: NodeJS.Timeout | undefined

  constructor({ profile, ways, seed, make, lead }: Needs<Link>) {
    this.#profile = profile
    this.#lead = lead
    this.#links = Object.fromEntries(ways.map((way) => [way, make(seeded(seedOf(`${seed}: ${way}`)))]))
  }

  /** The first phase begins, and lasts until `run`. */
  begin(): void {
    this.#isOn = true
    this.#ends = this.#each((way, link) => this.#lead(way, link))
    this.#enter(0)
  }

  /** The first phase begins anew, with nothing measured. */
  beginAnew(): void {
    if (this.#isOn) this.#enter(0)
  }

  /** The clock of the phases starts. */
  run(): void {
    const { lasts } = this.#now
    if (this.#isOn && lasts !== undefined) this.#timer = setTimeout(() => this.#next(), inMs(lasts))
  }

  /** The network is as it was. What was measured stays. */
  end(): void {
    if (!this.#isOn) return
    clearTimeout(this.#timer)
    this.#past.push(this.#measured())
    this.#isOn = false
    for (const end of this.#ends) end()
  }

  /** What was measured in every phase so far, in their order. */
  get phases(): readonly Measured[] {
    return this.#isOn ? [...this.#past, this.#measured()] : this.#past
  }

  /** How one way differs from what was asked; undefined as long as too little came that way. */
  readBack(way: Way): Difference | undefined {
    const asked = this.#now[way] ?? {}
    const measured = this.#links[way]?.reading
    if (!measured || !isEnough(asked, measured)) return undefined
    return { asked, measured, wrong: deviations(asked, measured), isHopeless: neverFills(asked, measured) }
  }

  /** Measures one way anew. */
  measure(way: Way): void {
    this.#links[way]?.measure()
  }

  get #now(): NetworkPhase {
    return this.#profile.phases[this.#phase] ?? {}
  }

  #next(): void {
    const { phases, repeats } = this.#profile
    const next = this.#phase + 1
    if (next === phases.length && !repeats) return this.end()
    this.#past.push(this.#measured())
    this.#enter(next % phases.length)
    this.run()
  }

  #enter(phase: number): void {
    this.#phase = phase
    this.#each((way, link) => link.become(this.#now[way] ?? {}))
  }

  #measured(): Measured {
    const readings = this.#each((way, { reading }) => [way, reading] as const)
    return { phase: this.#now.name ?? this.#phase + 1, ...Object.fromEntries(readings) }
  }

  #each<Result>(act: (way: Way, link: Link) => Result): Result[] {
    return Object.entries(this.#links).map(([way, link]) => act(way as Way, link))
  }
}
