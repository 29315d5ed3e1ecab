import type { Page } from '@playwright/test'
import { hideDocument, showDocument } from '../in-page/browser-patch.ts'
import { PagePatch } from '../in-page/page-patch.ts'
import { alignedToMs, freeTimers, msBetweenTimers, throttleTimers } from '../in-page/throttled-timers.ts'
import { FaultNotInjected, type Injection, injected } from '../kit/receipt.ts'
import { demandOpen } from '../kit/target.ts'

const why = 'Chromium keeps every page that is driven from outside visible, so the document is told.'
const whySlower = 'It never slows its timers down, either, so the page has others.'

/** A tab that the user does not look at. */
export class BackgroundTab {
  readonly #page: Page
  readonly #hidden: PagePatch<null>
  readonly #throttled: PagePatch<number>

  constructor(page: Page) {
    this.#page = page
    this.#hidden = new PagePatch<null>(page, hideDocument, showDocument)
    this.#throttled = new PagePatch(page, throttleTimers, freeTimers)
  }

  /** @param throttled whether timers fire on whole seconds only, too */
  async hide(throttled: boolean): Promise<Injection> {
    demandOpen(this.#page)
    const at = Date.now()
    await this.#hidden.apply(null)
    if (throttled) await this.#throttled.apply(alignedToMs)
    const visibilityState = await this.#page.evaluate(() => document.visibilityState)
    if (visibilityState !== 'hidden') throw new FaultNotInjected('the document to be hidden', visibilityState)
    const undo = async () => {
      await this.#hidden.undo(null)
      if (throttled) await this.#throttled.undo(alignedToMs)
    }
    const made = { means: 'patched', at, undo } as const
    if (!throttled) return injected({ ...made, why, evidence: { visibilityState } })
    const evidence = { visibilityState, msBetweenTimers: await this.#msBetweenTimers() }
    return injected({ ...made, why: `${why} ${whySlower}`, evidence })
  }

  /** The user looks at it again. */
  async show(): Promise<void> {
    await Promise.all([this.#hidden.restore(), this.#throttled.restore()])
  }

  async #msBetweenTimers(): Promise<number> {
    const between = Math.round(await this.#page.evaluate(msBetweenTimers))
    // However late a busy thread is to the first, the third is a whole second after the second one was due.
    if (between < alignedToMs / 4) throw new FaultNotInjected('a second between two timers', `${between} ms`)
    return between
  }
}
