import {
  clockRate,
  type Kind,
  type MediaPacket,
  type RtpMedia,
  type Subscription,
  type VideoCodec,
  type VirtualMedia,
} from './media.ts'
import type { Recording } from './recording.ts'

/** How often due packets are sent. Shorter than the jitter any receiver evens out. */
const TICK_MS = 20
/** A key frame asked for again so soon is still on its way. */
const KEY_FRAME_PAUSE_MS = 500

/** What of a recording is played. */
export interface ReplayOptions {
  /** `false` without sound. */
  readonly microphone?: boolean
  /** `false` without pictures. */
  readonly camera?: boolean
  /** The pictures, without sound, of a camera with a cover on it; of the same codec and length. */
  readonly black?: Recording
}

/** A recording as live media: every player gets it from its key frame on, in a loop without a seam. */
export class Replay implements RtpMedia, VirtualMedia {
  readonly video: VideoCodec | undefined
  readonly audio: boolean
  readonly flowing = Promise.resolve()
  readonly #uncovered: Recording
  readonly #black: Recording | undefined
  #recording: Recording
  readonly #viewings = new Set<Viewing>()
  readonly #held = new Set<Kind>()
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(recording: Recording, { microphone = true, camera = true, black }: ReplayOptions = {}) {
    this.#recording = recording
    this.#uncovered = recording
    this.#black = black
    this.video = camera ? recording.video : undefined
    this.audio = microphone
  }

  send(kind: Kind, flows: boolean): void {
    if (!flows) this.#held.add(kind)
    else if (this.#held.delete(kind) && kind === 'video')
      for (const viewing of this.#viewings) viewing.startOver()
  }

  cover(covered: boolean): void {
    if (!this.video) return
    if (covered && !this.#black) throw new Error('This recording has no black pictures.')
    const shown = covered && this.#black ? withPicturesOf(this.#black, this.#uncovered) : this.#uncovered
    if (shown === this.#recording) return
    this.#recording = shown
    for (const viewing of this.#viewings) viewing.show(shown)
  }

  subscribe(receive: (packet: MediaPacket) => void): Subscription {
    const has = { audio: this.audio, video: this.video !== undefined }
    const viewing = new Viewing(this.#recording, receive, (kind) => has[kind] && !this.#held.has(kind))
    this.#viewings.add(viewing)
    this.#timer ??= setInterval(() => this.#tick(), TICK_MS)
    viewing.advance()
    return {
      requestKeyFrame: () => viewing.startOver(),
      cancel: () => {
        this.#viewings.delete(viewing)
        if (!this.#viewings.size) this.close()
      },
    }
  }

  close(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
    this.#viewings.clear()
  }

  #tick(): void {
    for (const viewing of this.#viewings) viewing.advance()
  }
}

const covered = new WeakMap<Recording, Recording>()

/** The sound of a recording under the pictures of another one. */
function withPicturesOf(pictures: Recording, sound: Recording): Recording {
  const known = covered.get(sound)
  if (known) return known
  const packets = [...pictures.packets, ...sound.packets.filter(({ kind }) => kind === 'audio')].sort(
    (a, b) => a.at - b.at,
  )
  const mixed = { ...sound, packets }
  covered.set(sound, mixed)
  return mixed
}

/** How far one player is. */
class Viewing {
  #recording: Recording
  readonly #receive: (packet: MediaPacket) => void
  readonly #isSent: (kind: Kind) => boolean
  readonly #began = performance.now()
  readonly #sequence: Record<Kind, number> = { audio: 0, video: 0 }
  /** Ms since `began` at which the current round started. */
  #round = 0
  #next = 0

  constructor(recording: Recording, receive: (packet: MediaPacket) => void, isSent: (kind: Kind) => boolean) {
    this.#recording = recording
    this.#receive = receive
    this.#isSent = isSent
  }

  /** Sends what is due by now. */
  advance(): void {
    const { packets, duration } = this.#recording
    const now = performance.now() - this.#began
    for (;;) {
      const packet = packets[this.#next]
      if ((packet?.at ?? duration) > now - this.#round) return
      if (packet) {
        this.#send(packet)
        this.#next += 1
      } else {
        this.#round += duration
        this.#next = 0
      }
    }
  }

  /** Begins another round at once, since that is where the key frame is. */
  startOver(): void {
    const now = performance.now() - this.#began
    if (now - this.#round >= KEY_FRAME_PAUSE_MS) this.#begin(now)
  }

  /** Goes on with another recording, from its key frame on. */
  show(recording: Recording): void {
    this.#recording = recording
    this.#begin(performance.now() - this.#began)
  }

  #begin(round: number): void {
    this.#round = round
    this.#next = 0
    this.advance()
  }

  #send({ kind, timestamp, marker, payload }: Recording['packets'][number]): void {
    if (!this.#isSent(kind)) return
    const start = Math.round((this.#round * clockRate[kind]) / 1000)
    this.#receive({
      kind,
      sequence: this.#sequence[kind],
      timestamp: (start + timestamp) >>> 0,
      marker,
      payload,
    })
    this.#sequence[kind] = (this.#sequence[kind] + 1) & 0xffff
  }
}
