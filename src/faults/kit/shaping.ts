import type { Conditions } from '../../cloud/gateway/media/conditions.ts'
import type { Reading } from '../../cloud/gateway/media/meter.ts'
import type { NetworkPath, Way } from '../../cloud/gateway/media/network-path.ts'
import { seeded } from '../../cloud/gateway/media/seeded.ts'
import { Shaper } from '../../cloud/gateway/media/shaper.ts'
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

/** A profile on a path: its phases in the course of time, and what was measured in each. */
export class Shaping {
  readonly #profile: NetworkProfile
  readonly #shapers: Readonly<Partial<Record<Way, Shaper>>>
  readonly #path: NetworkPath
  readonly #past: Measured[] = []
  #ends: readonly (() => void)[] = []
  #phase = 0
  #isOn = false
  #timer: NodeJS.Timeout | undefined

  /** @param seed a text that decides which packets are lost */
  constructor(path: NetworkPath, profile: NetworkProfile, ways: readonly Way[], seed: string) {
    this.#path = path
    this.#profile = profile
    this.#shapers = Object.fromEntries(
      ways.map((way) => [way, new Shaper(seeded(seedOf(`${seed}: ${way}`)))]),
    )
  }

  /** The first phase begins, and lasts until `run`. */
  begin(): void {
    this.#isOn = true
    this.#ends = this.#each((way, shaper) => this.#path.shape(way, shaper))
    this.#enter(0)
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
    const measured = this.#shapers[way]?.reading
    if (!measured || !isEnough(asked, measured)) return undefined
    return { asked, measured, wrong: deviations(asked, measured), isHopeless: neverFills(asked, measured) }
  }

  /** Measures one way anew. */
  measure(way: Way): void {
    this.#shapers[way]?.measure()
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
    this.#each((way, shaper) => shaper.become(this.#now[way] ?? {}))
  }

  #measured(): Measured {
    const readings = this.#each((way, { reading }) => [way, reading] as const)
    return { phase: this.#now.name ?? this.#phase + 1, ...Object.fromEntries(readings) }
  }

  #each<Result>(act: (way: Way, shaper: Shaper) => Result): Result[] {
    return Object.entries(this.#shapers).map(([way, shaper]) => act(way as Way, shaper))
  }
}
