import type { CdnDelivery } from '../cloud/cdn/cdn.ts'
import type { Cloud } from '../cloud/cloud.ts'
import { demandText } from '../cloud/exchange/demand.ts'
import { FaultNotInjected, type Injection, injected } from './kit/receipt.ts'

interface Made {
  readonly delivery: CdnDelivery
  /** All, where none is named. */
  readonly stream: string | undefined
}

/** Faults of the CDN that streams are played from over HTTP: of one stream, or of all where none is named. */
export class CdnFaults {
  readonly #cloud: Cloud
  /** Those that are not over, oldest first. */
  readonly #made: Made[] = []
  #hasMade = false

  constructor(cloud: Cloud) {
    this.#cloud = cloud
  }

  /** The CDN does not have the stream: 404, and whoever plays it is broken off. */
  missing(stream?: string): Promise<Injection> {
    return this.#deliver('missing', stream)
  }

  /**
   * Connections to the CDN break off and new ones are, too, while everything else goes on.
   *
   * @throws {FaultNotInjected} when nobody plays the stream
   */
  async cut(stream?: string): Promise<Injection> {
    if (stream !== undefined) demandText('faults.cdn', stream)
    if (this.#served(stream).length === 0)
      throw new FaultNotInjected('somebody who plays from the CDN', 'nobody')
    return this.#deliver('cut', stream)
  }

  /** The stream comes ten times slower than it is played. */
  slow(stream?: string): Promise<Injection> {
    return this.#deliver('slow', stream)
  }

  /** The stream says of its sound what no decoder knows. */
  damagedSound(stream?: string): Promise<Injection> {
    return this.#deliver('damaged-sound', stream)
  }

  /** The pictures of the stream are garbled. */
  damagedPicture(stream?: string): Promise<Injection> {
    return this.#deliver('damaged-picture', stream)
  }

  /** The stream says of its pictures that they are of another codec (HEVC) than they are. */
  wrongCodec(stream?: string): Promise<Injection> {
    return this.#deliver('wrong-codec', stream)
  }

  /** The CDN is well again. @internal */
  async restore(): Promise<void> {
    this.#made.length = 0
    if (this.#hasMade) await this.#cloud.cdn.deliver('healthy')
  }

  async #deliver(delivery: CdnDelivery, stream?: string): Promise<Injection> {
    if (stream !== undefined) demandText('faults.cdn', stream)
    const { cdn } = this.#cloud
    const at = Date.now()
    const served = this.#served(stream)
    const before = bytesOf(served)
    this.#hasMade = true
    const made: Made = { delivery, stream }
    this.#made.push(made)
    await cdn.deliver(delivery, stream)
    const asked = () =>
      cdn.requests.filter((each) => each.at >= at && each.delivery === delivery && isOf(each.stream, stream))
    const evidence = {
      stream: stream ?? 'all',
      awaited: 'a player to get the stream from the CDN',
      /** Players that were being served, and requests since. */
      get met() {
        return served.length + asked().length
      },
      bytesBefore: before,
      get bytesAfter() {
        return bytesOf(served) - before + bytesOf(asked().flatMap(({ viewing }) => viewing ?? []))
      },
    }
    return injected({ means: 'wire', at, evidence, undo: () => this.#end(made) })
  }

  /** What is over leaves what others made so. */
  async #end(made: Made): Promise<void> {
    const at = this.#made.indexOf(made)
    if (at < 0) return
    this.#made.splice(at, 1)
    const { cdn } = this.#cloud
    const { stream } = made
    const newest = this.#made.findLastIndex((each) => each.stream === undefined || each.stream === stream)
    const now = { delivery: this.#made[newest]?.delivery ?? 'healthy', stream }
    const ofOne = stream === undefined ? this.#made.slice(newest + 1) : []
    await Promise.all([now, ...ofOne].map(({ delivery, stream }) => cdn.deliver(delivery, stream)))
  }

  #served(stream: string | undefined) {
    return this.#cloud.cdn.viewings.filter((viewing) => isOf(viewing.stream, stream))
  }
}

const isOf = (stream: string, wanted: string | undefined) => wanted === undefined || stream === wanted

const bytesOf = (viewings: readonly { readonly bytes: number }[]) =>
  viewings.reduce((sum, { bytes }) => sum + bytes, 0)
