import type { Frame, Page } from '@playwright/test'
import type { Observation } from '../observation.ts'
import type { ObservationMessage, PageMessage } from '../page/message.ts'
import { Engines } from './engines.ts'
import { codesIn, type Raw } from './extract-codes.ts'
import { Reactions } from './reactions.ts'
import { Timeline } from './timeline.ts'

/** Turns what the pages report into engines and observations. */
export class Recorder {
  readonly timeline = new Timeline()
  readonly engines = new Engines<Frame, Page>()
  readonly reactions = new Reactions()
  /** Per frame: the numbers, over all pages, of the calls that its document counts from 1. */
  readonly #calls = new WeakMap<Frame, Map<number, number>>()
  #callCount = 0
  readonly #pages = new Map<Page, number>()

  /** Takes one message of the recorder in a page. */
  receive({ frame, page }: { frame: Frame; page: Page }, json: string): void {
    const now = Date.now()
    const message = JSON.parse(json) as PageMessage
    if (message.kind === 'document') {
      this.#calls.set(frame, new Map())
      this.engines.newDocument(frame, frame.url(), now)
      this.reactions.add({ at: now, page: this.#pageNumber(page) })
    } else if (message.kind === 'engine') {
      this.engines.add(frame, page, frame.url(), now, message)
    } else if (message.kind === 'reaction') {
      this.reactions.add({ at: message.at ?? now, page: this.#pageNumber(page) })
    } else {
      this.#observe(frame, page, message, now)
    }
  }

  /** Takes what reached Node by another way than the recorder in the page. */
  seen(raw: Raw, at: number, frame?: string): void {
    this.timeline.add({ ...raw, at, codes: codesIn(raw), frame })
  }

  #observe(frame: Frame, page: Page, { kind, ...message }: ObservationMessage, now: number): void {
    const observation: Observation = {
      ...message,
      at: message.at ?? now,
      codes: codesIn(message),
      engine: this.engines.numberOf(frame, message.engine),
      call: this.#callNumber(frame, message.call),
      page: this.#pageNumber(page),
      frame: frame.url(),
    }
    this.timeline.add(observation)
    if (message.channel === 'api' && message.name === 'destroyEngine' && message.outcome === 'returned') {
      this.engines.destroyed(observation.engine, now)
    }
  }

  #pageNumber(page: Page): number {
    const number = this.#pages.get(page) ?? this.#pages.size + 1
    this.#pages.set(page, number)
    return number
  }

  #callNumber(frame: Frame, local: number | undefined): number | undefined {
    if (local === undefined) return undefined
    const numbers = this.#calls.get(frame) ?? new Map<number, number>()
    this.#calls.set(frame, numbers)
    const known = numbers.get(local)
    if (known !== undefined) return known
    numbers.set(local, ++this.#callCount)
    return this.#callCount
  }
}
