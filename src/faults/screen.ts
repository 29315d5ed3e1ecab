import type { Page } from '@playwright/test'
import { CaptureTracks } from './in-page/capture-tracks.ts'
import { attemptCapture } from './in-page/probe.ts'
import { FaultNotInjected, type Receipt } from './kit/receipt.ts'
import { browserOf, type FaultTarget, needStage, standOnOrigin } from './kit/target.ts'

/** What happens when the page shares the screen. */
export class ScreenFaults {
  readonly #target: FaultTarget
  #tab: Page | undefined

  constructor(target: FaultTarget) {
    this.#target = target
  }

  /**
   * Opens a tab that the user picks when the page asks for a screen; until then, asking stays open like a picker. Not
   * a fault, but what `stopped` needs.
   */
  async offer(): Promise<Receipt> {
    const fault = 'screen.offer'
    const { stage } = this.#target
    needStage(this.#target, fault, 'default', 'two-cameras', 'autoplay-blocked', 'busy-microphone')
    const at = Date.now()
    const tab = await this.#openTab()
    await tab.setContent(`<title>${stage.screenTitle}</title><h1>${stage.screenTitle}</h1>`)
    return { fault, means: 'real', at, evidence: { title: await tab.title() } }
  }

  /**
   * The user stops sharing: the shared tab is closed, and the tracks end.
   *
   * @throws {FaultNotInjected} when no screen is shared, or when it goes on
   */
  async stopped(): Promise<Receipt> {
    const fault = 'screen.stopped'
    if (!this.#tab) throw new Error('Call faults.screen.offer() before the app shares the screen.')
    const tracks = await CaptureTracks.find(this.#target.page, 'screen')
    if (!tracks.count) throw new FaultNotInjected(fault, 'a live screen track', 'no screen is shared')
    const at = Date.now()
    await this.restore()
    const states = await tracks.whenEnded(2000)
    await tracks.release()
    if (states.some(({ readyState }) => readyState !== 'ended')) {
      throw new FaultNotInjected(fault, 'every screen track to end', states)
    }
    return { fault, means: 'real', at, evidence: { ended: states.length } }
  }

  /** The user cancels the picker, every time. Stage `screen-rejected`. */
  async cancelled(): Promise<Receipt> {
    needStage(this.#target, 'screen.cancelled', 'screen-rejected')
    // With only one tab in the whole browser, Chromium leaves its picker open and cancels nothing.
    await this.#openTab()
    return this.#refused('screen.cancelled', 'NotAllowedError')
  }

  /**
   * The screen capture extension, which the SDK prefers where it is installed, announces itself, and the user cancels
   * its dialog. What it says to the page (`SS_PING`, `SS_DIALOG_CANCEL`) is said by a script in its place.
   */
  async cancelledInExtension(): Promise<Receipt> {
    const at = Date.now()
    await this.#target.page.evaluate(() => {
      window.addEventListener('message', ({ data }) => {
        if (data?.type === 'SS_UI_REQUEST') window.postMessage({ type: 'SS_DIALOG_CANCEL' }, '*')
      })
      const heard = new Promise((resolve) => window.addEventListener('message', resolve, { once: true }))
      window.postMessage({ type: 'SS_PING' }, '*')
      return heard.then(() => undefined)
    })
    const why =
      'An extension needs a browser profile of its own; its messages to the page are all the SDK sees of it'
    return { fault: 'screen.cancelledInExtension', means: 'patched', at, evidence: { announced: true }, why }
  }

  /** The chosen screen cannot be captured. Stage `no-devices`. */
  async unreadable(): Promise<Receipt> {
    needStage(this.#target, 'screen.unreadable', 'no-devices')
    return this.#refused('screen.unreadable', 'NotReadableError')
  }

  /** Closes the tab that was opened. */
  async restore(): Promise<void> {
    const tab = this.#tab
    this.#tab = undefined
    await tab?.context().close()
  }

  /** In a context of its own: the app's context must not see a page that the app did not open. */
  async #openTab(): Promise<Page> {
    await this.restore()
    const context = await browserOf(this.#target).newContext()
    this.#tab = await context.newPage()
    return this.#tab
  }

  async #refused(fault: string, error: string): Promise<Receipt> {
    await standOnOrigin(this.#target)
    const at = Date.now()
    const attempt = await attemptCapture(this.#target.page, 'screen')
    if (attempt.outcome !== error) throw new FaultNotInjected(fault, `sharing to fail as ${error}`, attempt)
    return { fault, means: 'real', at, evidence: { attempt } }
  }
}
