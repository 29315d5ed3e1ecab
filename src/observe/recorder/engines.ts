import type { EngineMessage } from '../page/message.ts'

/** A `ZegoExpressEngine` found in a page. */
export interface Engine {
  /** Counts from 1, over all pages of the test. */
  readonly number: number
  /** Version of the SDK, such as `3.12.0`. */
  readonly version: string | undefined
  /** URL of the frame it lives in. */
  readonly frame: string
  /** When it was found, in ms of `Date.now()`. */
  readonly foundAt: number
  /** When it was destroyed, or its document or page went away. */
  readonly goneAt: number | undefined
  readonly methods: readonly string[]
  readonly events: readonly string[]
  /** Why not everything of it can be recorded. */
  readonly problem: string | undefined
}

/** Where an engine lives, and what its document calls it. */
interface Home<Place, Page> {
  readonly place: Place
  readonly page: Page
  readonly local: number
}

/** All engines and documents a recorder has met. `Place` identifies a frame, `Page` the page it belongs to. */
export class Engines<Place extends object, Page extends object> {
  readonly #engines: (Engine & { goneAt: number | undefined })[] = []
  readonly #homes: Home<Place, Page>[] = []
  readonly #documents: string[] = []

  get all(): readonly Engine[] {
    return this.#engines
  }

  /** URLs of the documents in which the recorder was running before the app's code. */
  get documents(): readonly string[] {
    return this.#documents
  }

  /** A frame shows a new document: whatever engines it had are gone with the old one. */
  newDocument(place: Place, url: string, at: number): void {
    this.#documents.push(url)
    this.#end(at, (home) => home.place === place)
  }

  add(place: Place, page: Page, frame: string, foundAt: number, message: EngineMessage): void {
    const { engine: local, version, methods, events } = message
    const number = this.#engines.length + 1
    const problem = message.problem ?? tooOld(message) ?? missing(message)
    this.#engines.push({ number, version, frame, foundAt, goneAt: undefined, methods, events, problem })
    this.#homes.push({ place, page, local })
  }

  /** The number over all pages of the engine that its document calls `local`. */
  numberOf(place: Place, local: number | undefined): number | undefined {
    const index = this.#homes.findLastIndex((home) => home.place === place && home.local === local)
    return index < 0 ? undefined : index + 1
  }

  destroyed(number: number | undefined, at: number): void {
    this.#end(at, (_, candidate) => candidate === number)
  }

  frameDetached(place: Place, at: number): void {
    this.#end(at, (home) => home.place === place)
  }

  pageClosed(page: Page, at: number): void {
    this.#end(at, (home) => home.page === page)
  }

  #end(at: number, ends: (home: Home<Place, Page>, number: number) => boolean): void {
    for (const [index, home] of this.#homes.entries()) {
      const engine = this.#engines[index]
      if (engine && ends(home, index + 1)) engine.goneAt ??= at
    }
  }
}

/** An engine of `zego-express-engine-webrtm`, which counts its versions otherwise, has no streams. */
const hasStreams = ({ methods }: EngineMessage) => methods.includes('createStream')

/** The oldest build whose media the cloud understands. */
const oldest = [2, 26] as const

function tooOld(message: EngineMessage): string | undefined {
  const { version } = message
  if (!version || !hasStreams(message)) return undefined
  const [major = NaN, minor = NaN] = version.split('.').map(Number)
  const isOld = major < oldest[0] || (major === oldest[0] && minor < oldest[1])
  return isOld
    ? `the mock cloud knows builds of the SDK from ${oldest.join('.')} on; with ${version}, streams stay unpublished`
    : undefined
}

function missing(message: EngineMessage): string | undefined {
  const { emitters, methods } = message
  const isRoomsOnly = emitters.includes('zegoWebRTM') && !hasStreams(message)
  const gaps = [
    ...(isRoomsOnly ? ['zegoWebRTM'] : ['zegoWebRTM', 'zegoWebRTC'])
      .filter((name) => !emitters.includes(name))
      .map((name) => `the events of ${name}`),
    ...(methods.length === 0 ? ['its methods'] : []),
  ]
  if (gaps.length === 0) return undefined
  return `${gaps.join(' and ')} cannot be recorded: this build of the SDK is unlike those from 2.26 to 3.12`
}
