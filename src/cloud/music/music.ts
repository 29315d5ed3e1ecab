import type { Clock } from '../clock.ts'
import { type Reason, refuse } from './refused.ts'
import { type Song, songOf, vendors } from './song.ts'

/** A song as it was handed out: what a share token or a lyrics token stands for. */
export interface Order {
  readonly song: Song
  readonly kind: Kind
  readonly by: string
  /** When its tokens run out, by the cloud's clock. */
  readonly until: number
}

/** What of a song is ordered. */
export type Kind = 'song' | 'accompaniment' | 'clip' | 'segment'

/** What a room knows of one song that somebody ordered there. */
interface Share {
  readonly by: string
  readonly takenBy: Set<string>
}

/** The music service of one cloud: its catalogue, what the project may use of it, and who ordered what. */
export class Music {
  /** The catalogue, by song ID. */
  readonly songs = new Map<string, Song>()
  /** Vendors the project has a contract with. */
  readonly vendors = new Set([2, 4])
  /** Scenes the project has been granted. */
  readonly scenes = new Set([0])
  /** Charts, by ID. */
  readonly charts = new Set(['22004'])
  /** Users on the monthly plan. */
  readonly members = new Set<string>()
  /**
   * How long an order is good for (`url_ttl`). The module adds it to `Date.now()` as it is: so it is ms here, where the
   * lifetimes of tokens are s.
   */
  urlLifetime = 3_600_000
  /** How long the tokens of an order are good for, in s. */
  tokenLifetime = 3_600
  readonly #clock: Pick<Clock, 'now'>
  readonly #isEnabled: () => boolean
  readonly #orders = new Map<string, Order>()
  readonly #shares = new Map<string, Share>()
  /** The last page that a user was given of a search over all vendors. */
  readonly #pages = new Map<string, number>()

  constructor(clock: Pick<Clock, 'now'> = { now: Date.now }, isEnabled = () => true) {
    this.#clock = clock
    this.#isEnabled = isEnabled
    this.add('song-1')
  }

  /** Puts a song with everything into the catalogue, or with what is given instead. */
  add(id: string, more: Partial<Song> = {}): Song {
    const song = songOf(id, more)
    this.songs.set(id, song)
    return song
  }

  /** @throws {Refusal} when the project has no contract with that vendor, or there is none of that number */
  vendor(id: unknown): number {
    if (!vendors.includes(id as number)) refuse('vendor')
    const vendor = (id as number) || 2
    if (!this.vendors.has(vendor)) refuse('vendorNotAvailable')
    return vendor
  }

  /** @throws {Refusal} when that vendor does not have the song */
  song(id: unknown, vendorId: unknown): Song {
    const vendor = this.vendor(vendorId)
    const song = this.songs.get(String(id))
    if (song?.vendor !== vendor) refuse('noSuchSong')
    return song
  }

  /** Notes an order. @returns the token that stands for it */
  issue(order: Omit<Order, 'until'>): string {
    const token = `order-${this.#orders.size + 1}`
    this.#orders.set(token, { ...order, until: this.#clock.now() + this.tokenLifetime * 1_000 })
    return token
  }

  /**
   * What a token of an order stands for.
   *
   * @throws {Refusal} when it is no token, or has run out
   */
  order(token: unknown, { unknown, expired }: { unknown: Reason; expired: Reason }): Order {
    const order = this.#orders.get(String(token))
    if (!order) refuse(unknown)
    if (order.until <= this.#clock.now()) refuse(expired)
    return order
  }

  /** @throws {Refusal} unless the app may use copyrighted music */
  demandEnabled(): void {
    if (!this.#isEnabled()) refuse('appId')
  }

  /** Lets the others in the room fetch a song, each of them once. */
  share(room: string, { song, kind, by }: Omit<Order, 'until'>): void {
    this.#shares.set(shareKey(room, song, kind), { by, takenBy: new Set([by]) })
  }

  /** Fetches a shared song. @throws {Refusal} when nobody shared it, or this user has it already */
  take(room: string, song: Song, kind: Kind, user: string): void {
    const share = this.#shares.get(shareKey(room, song, kind))
    if (!share) refuse('notShared')
    if (share.takenBy.has(user)) refuse('sharesUsedUp')
    share.takenBy.add(user)
  }

  /** A user who logs in anew may fetch again what others shared. */
  forgetTaken(user: string): void {
    for (const { by, takenBy } of this.#shares.values()) if (by !== user) takenBy.delete(user)
  }

  /** Turns a page of a search over all vendors. @throws {Refusal} when it does not begin at the first */
  turnPage(user: string, keyword: string, page: number): void {
    const search = JSON.stringify([user, keyword])
    if (page > (this.#pages.get(search) ?? 0) + 1) refuse('page')
    this.#pages.set(search, page)
  }
}

const shareKey = (room: string, { id, vendor }: Song, kind: Kind): string =>
  JSON.stringify([room, vendor, id, kind])
