import type { CallbackAddresses, CloudConfiguration } from '../accesshub/configuration.ts'
import type { Clock } from '../clock.ts'
import type { Journal } from '../exchange/journal.ts'
import type { RoomEvent } from '../liveroom/events.ts'
import { addressFor, checkCallbacks } from './callback-address.ts'
import { CallbackBodies, type CallbackBody } from './callback-body.ts'
import { callbackSignature } from './signature.ts'

/** After a failure it is tried again so many s after the last attempt; then it is lost (ZEGO's documentation, "Callback retry strategy"). */
const pauses = [2, 4, 8, 16, 32] as const

/** What becomes of a callback on its way, instead of being posted once, in its turn. */
export type Detour = 'lost' | 'twice' | 'after-the-next' | { readonly late: number }

/** Sends callbacks another way: those that it wants. */
export interface Diversion {
  /** `late` in ms of the cloud's clock. */
  readonly detour: Detour
  readonly wants: (body: CallbackBody) => boolean
  /** Told of one that went this way, once that is so: it is lost, or arrived. */
  readonly onMet: (body: CallbackBody) => void
}

/** One attempt to tell the back end something. */
export interface Delivery {
  /** As posted, with `timestamp`, `nonce` and `signature`. */
  readonly body: CallbackBody
  /** 0 for the first, up to 5. */
  readonly retry: number
  /** What the back end answered; nothing where it could not be reached. */
  readonly status: number | undefined
}

/** A callback on its way. */
interface Told {
  readonly address: string
  /** How many were told before it. */
  readonly order: number
  /** The same for each attempt. */
  readonly signed: () => CallbackBody
  /** Told once the back end has got it. */
  readonly onGot: (() => void) | undefined
}

interface Needs {
  readonly clock: Clock
  readonly journal: Journal
  readonly configuration: CloudConfiguration
  readonly report: (error: unknown) => void
}

/**
 * What the service tells the app's own back end: signed, one after the other, and again where the back end does not answer
 * with 2xx. ZEGO does not promise the order; here it is kept, unless a test diverts some.
 */
export class Callbacks {
  /** Every attempt that has ended, in order. */
  readonly deliveries: Delivery[] = []
  readonly #needs: Needs
  readonly #bodies: CallbackBodies
  readonly #diversions = new Set<Diversion>()
  /** Those that wait until one that was told later has come. */
  readonly #held = new Set<Told & { readonly by: Diversion }>()
  readonly #stop = new AbortController()
  #turn: Promise<void> = Promise.resolve()
  #order = 0

  constructor(needs: Needs) {
    this.#needs = needs
    this.#bodies = new CallbackBodies(needs.clock.now)
    checkCallbacks(needs.configuration)
  }

  /** Sets where callbacks go from now on. @throws {TypeError} when that is not on this machine, or nothing signs them */
  sendTo(callbacks: CallbackAddresses): void {
    checkCallbacks({ ...this.#needs.configuration, callbacks })
    this.#needs.configuration.callbacks = callbacks
  }

  /**
   * Has callbacks go another way; of several that want one, the newest decides.
   *
   * @returns ends it: what it still holds back for one that has not followed is told now
   */
  divert(diversion: Diversion): () => void {
    this.#diversions.add(diversion)
    return () => {
      this.#diversions.delete(diversion)
      for (const held of this.#held) {
        if (held.by !== diversion) continue
        this.#held.delete(held)
        this.#inTurn({ ...held, onGot: held.order < this.#order ? held.onGot : undefined })
      }
    }
  }

  /** Something happened in a room. Nobody hears of it where there is no address. */
  tell(happened: RoomEvent): void {
    const body = this.#bodies.of(happened)
    const { configuration, clock } = this.#needs
    const address = addressFor(body.event, configuration.callbacks)
    if (!address || this.#stop.signal.aborted) return
    const diversion = [...this.#diversions].findLast(({ wants }) => wants(body))
    const onGot = diversion && once(() => diversion.onMet(body))
    this.#order += 1
    const told: Told = { address, order: this.#order, signed: once(() => this.#signed(body)), onGot }
    switch (diversion?.detour) {
      case undefined:
        return this.#inTurn(told)
      case 'lost':
        this.#note(body, true)
        return onGot?.()
      case 'twice':
        this.#inTurn({ ...told, onGot: undefined })
        return this.#inTurn(told)
      case 'after-the-next':
        // This one is the next, if another one waits for that.
        if (this.#held.size > 0) return this.#inTurn({ ...told, onGot: undefined })
        return void this.#held.add({ ...told, by: diversion })
      default:
        clock.after(diversion?.detour.late ?? 0, () => this.#inTurn(told))
    }
  }

  /**
   * Resolves when all that was told has come, or failed for now: what is lost, held back, late or to be tried again is not waited for.
   *
   * @example await cloud.server.callbacks.settled()
   */
  async settled(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== this.#turn; ) {
      seen = this.#turn
      await seen
    }
  }

  /** Tells nothing any more; what is on its way is given up. Resolves when that is so. */
  async close(): Promise<void> {
    this.#stop.abort()
    await this.#turn
  }

  #signed(body: CallbackBody): CallbackBody {
    const timestamp = `${Math.floor(this.#needs.clock.now() / 1_000)}`
    const nonce = `${crypto.getRandomValues(new Uint32Array(1))[0]}`
    const { callbackSecret = '' } = this.#needs.configuration
    return { ...body, timestamp, nonce, signature: callbackSignature(callbackSecret, timestamp, nonce) }
  }

  #inTurn(told: Told, retry = 0): void {
    this.#turn = this.#turn.then(() => this.#post(told, retry)).catch(this.#needs.report)
  }

  async #post(told: Told, retry: number): Promise<void> {
    if (this.#stop.signal.aborted) return
    const body = told.signed()
    this.#note(body, false)
    const status = await this.#statusOf(told.address, body)
    if (this.#stop.signal.aborted) return
    this.deliveries.push({ body, retry, status })
    if (status !== undefined) this.#got(told)
    const isHeard = status !== undefined && status >= 200 && status < 300
    const pause = pauses[retry]
    if (isHeard || pause === undefined) return
    this.#needs.clock.after(pause * 1_000, () => this.#inTurn(told, retry + 1))
  }

  #got({ order, onGot }: Told): void {
    onGot?.()
    for (const held of this.#held) {
      if (held.order >= order) continue
      this.#held.delete(held)
      this.#inTurn(held)
    }
  }

  async #statusOf(address: string, body: CallbackBody): Promise<number | undefined> {
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
        redirect: 'manual',
        signal: this.#stop.signal,
      })
      await response.arrayBuffer()
      return response.status
    } catch {
      return undefined
    }
  }

  #note(body: CallbackBody, isLost: boolean): void {
    this.#needs.journal.record({
      direction: 'out',
      layer: 'server',
      name: body.event,
      message: body,
      room: body.room_id,
      ...(isLost && { lost: true }),
    })
  }
}

/** Does it when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
