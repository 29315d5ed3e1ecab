import { fileHeader, tag } from './flv.ts'
import type { Muxed, Unsent } from './muxed.ts'

/** How often due tags are sent. */
const TICK_MS = 20
/** A live stream begins with what was sent just before, so that players start at once. */
const HEAD_START_MS = 500

/** One player that is being served a stream, live and without end. */
export class Viewing {
  readonly stream: string
  /** When it began, in ms of `Date.now()`. */
  readonly since = Date.now()
  /** What it gets, as the body of an answer. */
  readonly body: ReadableStream<Uint8Array>
  #muxed: Muxed
  /** How much of real time passes in the stream. */
  #pace = 1
  #bytes = 0
  /** Ms since the start of the stream: what has passed, and what the last round began with. */
  #now = HEAD_START_MS
  #round = 0
  #next = 0
  #looked = performance.now()
  #controller: ReadableStreamDefaultController<Uint8Array> | undefined
  readonly #timer: ReturnType<typeof setInterval>

  constructor(stream: string, muxed: Muxed, pace = 1) {
    this.stream = stream
    this.#muxed = muxed
    this.#pace = pace
    this.body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#controller = controller as ReadableStreamDefaultController<Uint8Array>
      },
      cancel: () => void this.#end(),
    })
    this.#send(fileHeader)
    this.#sendHead()
    this.#timer = setInterval(() => this.#sendDue(), TICK_MS)
    this.#sendDue()
  }

  /** Bytes handed out so far. */
  get bytes(): number {
    return this.#bytes
  }

  /** Whether it still goes on. */
  get isOpen(): boolean {
    return this.#controller !== undefined
  }

  /** Goes on with another stretch, or another pace. */
  change(muxed: Muxed, pace = 1): void {
    this.#muxed = muxed
    this.#pace = pace
    this.#round = this.#now
    this.#next = 0
    this.#sendHead()
  }

  /** Breaks off in the midst of it, as a connection does that is lost. */
  cut(): void {
    const controller = this.#end()
    controller?.error(new Error('The CDN broke the stream off.'))
  }

  /** The stream is over. */
  close(): void {
    this.#end()?.close()
  }

  #end(): ReadableStreamDefaultController<Uint8Array> | undefined {
    clearInterval(this.#timer)
    const controller = this.#controller
    this.#controller = undefined
    return controller
  }

  #sendHead(): void {
    for (const each of this.#muxed.head) this.#sendTag(each)
  }

  #sendDue(): void {
    const looked = performance.now()
    this.#now += (looked - this.#looked) * this.#pace
    this.#looked = looked
    while (this.isOpen) {
      const unsent = this.#muxed.round[this.#next]
      if ((unsent?.at ?? this.#muxed.duration) > this.#now - this.#round) return
      if (unsent) {
        this.#sendTag(unsent)
        this.#next += 1
      } else {
        this.#round += this.#muxed.duration
        this.#next = 0
      }
    }
  }

  #sendTag({ type, at, body }: Unsent): void {
    this.#send(tag(type, Math.round(this.#round + at), body))
  }

  #send(bytes: Uint8Array): void {
    this.#controller?.enqueue(bytes)
    this.#bytes += bytes.length
  }
}
