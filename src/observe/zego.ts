import type { BrowserContext, Frame, Page } from '@playwright/test'
import type { Span } from '../cloud/telemetry/log-socket.ts'
import type { Receipt } from '../faults/kit/receipt.ts'
import type { Claim, ReactionClaim, RecoveryClaim, Where, WordClaim } from './claim.ts'
import type { Observation, Via } from './observation.ts'
import { recorderScript } from './page/script.ts'
import { listenToBrowser, listenToConsole } from './recorder/browser-channels.ts'
import type { Engine } from './recorder/engines.ts'
import type { Reactions } from './recorder/reactions.ts'
import { Recorder } from './recorder/recorder.ts'
import { endOf } from './recorder/telemetry-span.ts'
import type { Timeline } from './recorder/timeline.ts'
import { cameVia } from './via.ts'

const binding = '__zegoFaultHarness'
const handle = 'zegoFaultHarness'

/** How long a control waits for a code that no fault made. */
export interface Control {
  /** Ms without any observation after which nothing more will come. */
  readonly quiet: number
  /** Ms that it waits at most, whatever the timeout of the claim. */
  readonly patience: number
  /** What stands in for the receipts of the faults that were left out so far. */
  readonly leftOut: Receipt[]
}

/** Internal events of the SDK, and those that carry measurements or data many times a second. */
const ignored = [
  ...['HBResponse', 'getAnchorInfo', 'roomLoginResponse', 'recvReliableMessage'],
  ...['soundLevelUpdate', 'capturedSoundLevelUpdate', 'mixerSoundLevelUpdate', 'autoMixerSoundLevelUpdate'],
  ...['playerRecvSEI', 'receiveRealTimeSequentialData', 'onTimeUpdate', 'onRecvSEI'],
]

/**
 * All that the SDK does in the pages of a test, and the faults it is confronted with. The object of
 * `expect(zego).toSurface(code)`.
 *
 * An app needs nothing for it. Only where an engine cannot be found by itself (it is reported as missing) an app may
 * show it: `window.zegoFaultHarness?.expose(engine)`.
 *
 * @example
 * const zego = new Zego()
 * await zego.attach(context) // before the app is opened
 */
export class Zego {
  /** Evidence of the faults injected so far. Only what is observed after the first one counts as its effect. */
  readonly faults: Receipt[] = []
  /** What the test has asserted with `toSurface` and `.not.toSurface` so far, in the order of settling. @internal */
  readonly claims: Claim[] = []
  /** Words that the test has waited for so far; whoever does so adds them. @internal */
  readonly wordClaims: WordClaim[] = []
  /** Each `toReact` so far, passed or not; the matcher adds it. @internal */
  readonly reactionClaims: ReactionClaim[] = []
  /** Each recovery asserted so far, passed or not; whoever asserts it adds it. @internal */
  readonly recoveryClaims: RecoveryClaim[] = []
  /** What the page shows at the moment; set by whoever has one. @internal */
  look: () => Promise<{ shown?: string; where?: Where }> = async () => ({})
  /** Takes a picture of the page for the ledger, once a test; set by whoever wants one. @internal */
  picture: (page: Page) => Promise<void> = async () => {}
  /** What else a story should tell, such as what the cloud had to refuse. @internal */
  notes: () => readonly string[] = () => []
  /** When watching began, in ms of `Date.now()`: in a test, soon after its own begin. */
  readonly begun = Date.now()
  /**
   * Set in a control, in which every fault is left out: a claim that is missed is noted and the test goes on, so that each
   * one is seen to fail. Its end says which were.
   *
   * @internal
   */
  control: Control | undefined
  /**
   * Whether pages report over the console, where they may not be taken for clicked at: of documents in frames, as of their
   * page. To be set before a context is watched. @internal
   */
  byConsole = false
  readonly #recorder: Recorder
  readonly #undo = new Set<() => Promise<void>>()
  readonly #contexts = new WeakMap<BrowserContext, Promise<void>>()
  #attached = 0

  constructor(recorder = new Recorder()) {
    this.#recorder = recorder
  }

  /** Everything that was observed, on every channel, in order. */
  get timeline(): Timeline {
    return this.#recorder.timeline
  }

  /** When pages changed visibly after the SDK had told them a code. */
  get reactions(): Reactions {
    return this.#recorder.reactions
  }

  /** Every engine found so far, those that are gone included. */
  get engines(): readonly Engine[] {
    return this.#recorder.engines.all
  }

  /** URLs of the documents that are watched. */
  get documents(): readonly string[] {
    return this.#recorder.engines.documents
  }

  /** How many browser contexts are watched. */
  get contexts(): number {
    return this.#attached
  }

  /**
   * When the first fault was injected, what only prepares one left out, in ms of `Date.now()`; 0 when none was. In a control,
   * when the first one was left out: what came before is no effect of it there, either.
   */
  get since(): number {
    const made = (this.control?.leftOut ?? this.faults).filter(({ preparation }) => !preparation)
    return made.length === 0 ? 0 : Math.min(...made.map(({ at }) => at))
  }

  /** API calls that have not settled, of engines that are still there. */
  get pending(): readonly Observation[] {
    const alive = new Set(
      this.engines.flatMap(({ goneAt, number }) => (goneAt === undefined ? [number] : [])),
    )
    return this.timeline.pending.filter(({ engine }) => engine !== undefined && alive.has(engine))
  }

  /**
   * The first observation of the code since the first fault, or since `since`; without `via`, on a channel that an app can
   * hear.
   */
  surfaced(code: number, via?: Via, since = this.since): Observation | undefined {
    return this.timeline.since(since).find((seen) => seen.codes.includes(code) && cameVia(seen, via))
  }

  /**
   * Watches all pages of the context, present and future. Engines made before it cannot be found. Watching one twice is
   * watching it once.
   */
  async attach(context: BrowserContext): Promise<void> {
    if (typeof context?.newPage !== 'function')
      throw new TypeError('zego.attach takes a browser context: await zego.attach(page.context()).')
    const attached = this.#contexts.get(context) ?? this.#watch(context)
    this.#contexts.set(context, attached)
    await attached
  }

  async #watch(context: BrowserContext): Promise<void> {
    const { byConsole } = this
    const content = recorderScript({ binding, byConsole, handle, ignored })
    const receive = (source: { frame: Frame; page: Page }, json: string) =>
      this.#recorder.receive(source, json)
    // Both are asked for at once, so that they come before a page that is opened without waiting for them.
    const [exposed, script] = await Promise.all([
      byConsole ? listenToConsole(context, binding, receive) : context.exposeBinding(binding, receive),
      context.addInitScript({ content }),
    ])
    const { engines } = this.#recorder
    const watch = (page: Page) => {
      page.on('framedetached', (frame) => engines.frameDetached(frame, Date.now()))
      page.on('close', () => engines.pageClosed(page, Date.now()))
      page.on('crash', () => engines.pageClosed(page, Date.now()))
    }
    context.on('page', watch)
    const deafen = listenToBrowser(context, (raw, at, frame) => this.#recorder.seen(raw, at, frame))
    const undo = async () => {
      context.off('page', watch)
      deafen()
      await Promise.all([script.dispose(), exposed.dispose()])
    }
    this.#undo.add(undo)
    context.on('close', () => this.#undo.delete(undo))
    for (const page of context.pages()) {
      watch(page)
      for (const frame of page.frames()) await frame.evaluate(content)
    }
    this.#attached++
  }

  /** Takes spans of the SDK's telemetry, as they come in at its log server. @internal */
  telemetry(spans: readonly Span[]): void {
    for (const span of spans) {
      this.#recorder.seen({ channel: 'telemetry', name: span.name, payload: span }, endOf(span, Date.now()))
    }
  }

  /** Stops watching. What was observed stays readable. @internal */
  async dispose(): Promise<void> {
    await Promise.all([...this.#undo].map((undo) => undo()))
    this.#undo.clear()
  }
}
