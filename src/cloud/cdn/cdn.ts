import { HttpResponse, http, type RequestHandler } from 'msw'
import { cdnAddress } from '../accesshub/configuration.ts'
import { type Damage, type Muxed, mux, type RecordedStretch } from './muxed.ts'
import { RelayToCdn } from './relay-to-cdn.ts'
import { Viewing } from './viewing.ts'

/** How the CDN hands a stream out. */
export type CdnDelivery =
  | 'healthy'
  | 'missing' // 404, as for a stream that nobody publishes
  | 'cut' // connections are broken off
  | 'slow' // a tenth of what a player needs
  | 'damaged-sound'
  | 'damaged-picture'
  | 'wrong-codec'

/** A request for a stream, and what it got. */
export interface CdnRequest {
  /** ID of the stream that was asked for. */
  readonly stream: string
  /** In ms of `Date.now()`. */
  readonly at: number
  /** How it was handed out; `missing` also where nobody publishes it. */
  readonly delivery: CdnDelivery
  /** What it is served; nothing where it was refused. */
  readonly viewing?: Viewing
}

interface CdnNeeds {
  /** Whether streams may be relayed. */
  readonly mayRelay: () => boolean
  /** Whether anybody publishes the stream. */
  readonly isPublished: (stream: string) => boolean
  /** Loads what every stream consists of: H.264, in RTP packets. */
  readonly loadRecording: () => Promise<RecordedStretch>
}

const damageOf: Partial<Record<CdnDelivery, Damage>> = {
  'damaged-sound': 'sound',
  'damaged-picture': 'picture',
  'wrong-codec': 'codec',
}
const slowPace = 0.1

/**
 * The CDN: where streams are relayed to, and, over HTTP, the streams that are published in the cloud, live and without end
 * as FLV.
 */
export class Cdn {
  /** How clients have a stream relayed. */
  readonly relay: RelayToCdn
  /** Every request for a stream so far. */
  readonly requests: CdnRequest[] = []
  /** Answers the players of the page, or of a Node client. */
  readonly handlers: readonly RequestHandler[]
  readonly #needs: CdnNeeds
  readonly #deliveries = new Map<string, CdnDelivery>()
  readonly #muxed = new Map<Damage | undefined, Promise<Muxed>>()
  /** Of every stream that has none of its own. */
  #ofAll: CdnDelivery = 'healthy'

  constructor(needs: CdnNeeds) {
    this.#needs = needs
    this.relay = new RelayToCdn(needs.mayRelay)
    const path = cdnAddress.replace('{STREAM_NAME}.flv', ':file')
    this.handlers = [http.get(path, ({ params }) => this.#answer(String(params.file).replace(/\.flv$/, '')))]
  }

  /** Addresses outside of the cloud that each stream is relayed to, by stream ID. Nothing is sent there. */
  get targets(): RelayToCdn['targets'] {
    return this.relay.targets
  }

  /** Where a stream can be played from. */
  addressOf(stream: string): string {
    return cdnAddress.replace('{STREAM_NAME}', encodeURIComponent(stream))
  }

  /** Players that are being served a stream at the moment. */
  get viewings(): Viewing[] {
    return this.requests.flatMap(({ viewing }) => (viewing?.isOpen ? viewing : []))
  }

  /**
   * Hands a stream out otherwise from now on, to whoever is being served too; every one, where none is named.
   *
   * @example await cloud.cdn.deliver('damaged-sound', 'stream-1')
   */
  async deliver(delivery: CdnDelivery, stream?: string): Promise<void> {
    if (stream !== undefined) this.#deliveries.set(stream, delivery)
    else {
      this.#deliveries.clear()
      this.#ofAll = delivery
    }
    const served = this.viewings.filter((viewing) => stream === undefined || viewing.stream === stream)
    if (served.length === 0) return
    const muxed = await this.#mux(delivery)
    for (const viewing of served) {
      if (delivery === 'missing' || delivery === 'cut') viewing.cut()
      else viewing.change(muxed, paceOf(delivery))
    }
  }

  /** How a stream is handed out now. */
  deliveryOf(stream: string): CdnDelivery {
    return this.#deliveries.get(stream) ?? this.#ofAll
  }

  /** Ends what is being served. @internal */
  close(): void {
    for (const viewing of this.viewings) viewing.close()
  }

  async #answer(stream: string): Promise<Response> {
    const headers = { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'video/x-flv' }
    const muxed = await this.#mux(this.deliveryOf(stream))
    const delivery = this.#needs.isPublished(stream) ? this.deliveryOf(stream) : 'missing'
    const request = { stream, delivery, at: Date.now() }
    if (delivery === 'missing' || delivery === 'cut') {
      this.requests.push(request)
      return delivery === 'cut' ? HttpResponse.error() : new HttpResponse(null, { status: 404, headers })
    }
    const viewing = new Viewing(stream, muxed, paceOf(delivery))
    this.requests.push({ ...request, viewing })
    return new HttpResponse(viewing.body, { headers })
  }

  #mux(delivery: CdnDelivery): Promise<Muxed> {
    const damage = damageOf[delivery]
    const muxed = this.#muxed.get(damage) ?? this.#needs.loadRecording().then((each) => mux(each, damage))
    this.#muxed.set(damage, muxed)
    return muxed
  }
}

const paceOf = (delivery: CdnDelivery) => (delivery === 'slow' ? slowPace : 1)
