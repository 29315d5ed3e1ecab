import { seeded } from './seeded.ts'
import type { Shaper } from './shaper.ts'

/** `up`: from the client to the gateway; `down`: from the gateway to the client. */
export type Way = 'up' | 'down'
export type Direction = Way | 'both'
/** `media`: RTP and RTCP only, so that ICE and DTLS stay alive; `all`: every packet. */
export type Traffic = 'media' | 'all'

interface Conditions {
  cut: Traffic | undefined
  loss: { ratio: number; traffic: Traffic } | undefined
  delay: number
}

const healthy = (): Conditions => ({ cut: undefined, loss: undefined, delay: 0 })

/** The conditions on the network between clients and gateway, per way. Whoever carries packets asks `verdict`. */
export class NetworkPath {
  readonly #ways = { up: healthy(), down: healthy() }
  /** What was set that way and has not ended, oldest first; the newest decides. */
  readonly #set: Record<Way, readonly Partial<Conditions>[]> = { up: [], down: [] }
  readonly #shapers: Record<Way, readonly Shaper[]> = { up: [], down: [] }
  readonly #random: () => number
  readonly #listeners = new Set<() => void>()
  #lost = 0

  /** @param random decides which packets are lost; seeded unless given, so that every run loses the same ones */
  constructor(random: () => number = seeded(1)) {
    this.#random = random
  }

  /** Swallows everything that goes that way, until `heal`. @returns ends it */
  cut(direction: Direction = 'both', traffic: Traffic = 'all'): () => void {
    return this.#begin(direction, { cut: traffic })
  }

  /** Loses a share of the packets (0 to 1). @returns ends it */
  loss(ratio: number, direction: Direction = 'both', traffic: Traffic = 'media'): () => void {
    if (typeof ratio !== 'number' || !(ratio >= 0 && ratio <= 1))
      throw new RangeError(`A loss ratio is a number from 0 to 1, not ${ratio}`)
    return this.#begin(direction, { loss: { ratio, traffic } })
  }

  /** Holds every packet back for so many milliseconds. @returns ends it */
  delay(ms: number, direction: Direction = 'both'): () => void {
    if (!(ms >= 0)) throw new RangeError(`A delay is a number of milliseconds, not ${ms}`)
    return this.#begin(direction, { delay: ms })
  }

  /** Puts a shaper behind those that are there, for what goes that way. @returns ends it */
  shape(way: Way, shaper: Shaper): () => void {
    const change = (shapers: readonly Shaper[]) => {
      this.#shapers[way] = shapers
      this.#change(way, () => {})
    }
    change([...this.#shapers[way], shaper])
    return () => change(this.#shapers[way].filter((other) => other !== shaper))
  }

  /** The shapers that a packet goes through that way, one after another. */
  shapers(way: Way): readonly Shaper[] {
    return this.#shapers[way]
  }

  /** Ends every cut, loss, delay and shaper of that direction. Packets held back so far still arrive late. */
  heal(direction: Direction = 'both'): void {
    this.#change(direction, (way) => {
      this.#shapers[way] = []
      this.#set[way] = []
      Object.assign(this.#ways[way], healthy())
    })
  }

  /** Whether that way is cut for this traffic. */
  isCut(way: Way, traffic: Traffic = 'all'): boolean {
    const { cut } = this.#ways[way]
    return cut === 'all' || cut === traffic
  }

  /** Whether packets are lost or late, which only works where somebody asks for every packet. */
  get isImpaired(): boolean {
    const { up, down } = this.#shapers
    if (up.length + down.length > 0) return true
    return Object.values(this.#ways).some(({ loss, delay }) => loss !== undefined || delay > 0)
  }

  /** Packets that it swallowed or lost so far, both ways. */
  get lost(): number {
    return this.#lost
  }

  /** What happens to the next packet: `lost`, or the milliseconds it is late. */
  verdict(way: Way, isMedia: boolean): 'lost' | number {
    if (!this.#loses(way, isMedia)) return this.#ways[way].delay
    this.#lost += 1
    return 'lost'
  }

  #loses(way: Way, isMedia: boolean): boolean {
    const { cut, loss } = this.#ways[way]
    const applies = (traffic: Traffic | undefined) => traffic === 'all' || (traffic === 'media' && isMedia)
    return applies(cut) || (loss !== undefined && applies(loss.traffic) && this.#random() < loss.ratio)
  }

  /** Calls back after every change, for peers that cannot ask per packet. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #begin(direction: Direction, condition: Partial<Conditions>): () => void {
    const settle = (change: (set: readonly Partial<Conditions>[]) => readonly Partial<Conditions>[]) =>
      this.#change(direction, (way) => {
        this.#set[way] = change(this.#set[way])
        Object.assign(this.#ways[way], healthy(), ...this.#set[way])
      })
    settle((set) => [...set, condition])
    return () => settle((set) => set.filter((other) => other !== condition))
  }

  #change(direction: Direction, change: (way: Way) => void): void {
    if (direction !== 'down') change('up')
    if (direction !== 'up') change('down')
    for (const listener of this.#listeners) listener()
  }
}

/** Joins the verdicts of several paths a packet takes one after another. */
export function verdict(paths: readonly NetworkPath[], way: Way, isMedia: boolean): 'lost' | number {
  let delay = 0
  for (const path of paths) {
    const own = path.verdict(way, isMedia)
    if (own === 'lost') return 'lost'
    delay += own
  }
  return delay
}
