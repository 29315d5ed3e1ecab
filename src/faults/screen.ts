import type { Page } from '@playwright/test'
import { CaptureTracks } from './in-page/capture-tracks.ts'
import { attemptCapture } from './in-page/probe.ts'
import { nobodys } from './kit/people.ts'
import { FaultNotInjected, type Injection, injected } from './kit/receipt.ts'
import { browserOf, type FaultTarget, lastsWithBrowser, needStage, standOnOrigin } from './kit/target.ts'

/** Of a binding, and of an event that ends the script: the screen capture extension in the page. */
const extension = '__zegoFaultHarnessExtension'

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
  async offer(): Promise<Injection> {
    const { stage } = this.#target
    needStage(this.#target, 'default', 'two-cameras', 'autoplay-blocked', 'busy-microphone')
    const at = Date.now()
    const tab = await this.#openTab()
    const { screenTitle } = stage
    const body = `<title>${screenTitle}</title><h1>${screenTitle}</h1>`
    await tab.route('**', (route) => route.fulfill({ contentType: 'text/html', body }))
    // A picker that is open reads a name only when it first sees a page, so its address has it before there is a title.
    await tab.goto(`https://${screenTitle}.test/`)
    const evidence = { title: await tab.title() }
    return injected({ means: 'real', at, evidence, undo: () => this.restore(), preparation: true })
  }

  /**
   * The user stops sharing: the shared tab is closed, and the tracks end.
   *
   * @throws {FaultNotInjected} when no screen is shared, or when it goes on
   */
  async stopped(): Promise<Injection> {
    if (!this.#tab) throw new Error('Call faults.screen.offer() before the app shares the screen.')
    const tracks = await CaptureTracks.find(this.#target.page, 'screen')
    if (!tracks.count) throw new FaultNotInjected('a live screen track', 'no screen is shared')
    const at = Date.now()
    await this.restore()
    const states = await tracks.whenEnded()
    await tracks.release()
    if (states.some(({ readyState }) => readyState !== 'ended')) {
      throw new FaultNotInjected('every screen track to end', states)
    }
    return injected({ means: 'real', at, evidence: { ended: states.length } })
  }

  /** The user cancels the picker, every time. Stage `screen-rejected`. */
  async cancelled(): Promise<Injection> {
    needStage(this.#target, 'screen-rejected')
    // With only one tab in the whole browser, Chromium leaves its picker open and cancels nothing.
    await this.#openTab()
    return this.#refused('NotAllowedError')
  }

  /** The browser refuses without asking, by the words `Permission denied`, every time. Stage `screen-denied`. */
  async denied(): Promise<Injection> {
    needStage(this.#target, 'screen-denied')
    return this.#refused('NotAllowedError', 'Permission denied')
  }

  /**
   * The screen capture extension, which the SDK prefers where it is installed, announces itself, and the user cancels
   * its dialog. What it says to the page (`SS_PING`, `SS_DIALOG_CANCEL`) is said by a script in its place. The receipt is
   * complete when the SDK has asked for that dialog (`SS_UI_REQUEST`); a test that ends without that fails.
   */
  async cancelledInExtension(): Promise<Injection> {
    const at = Date.now()
    const { page } = this.#target
    let met = 0
    const asked = await page.exposeBinding(extension, () => {
      met += 1
    })
    await page.evaluate((name) => {
      const cancel = ({ data }: MessageEvent) => {
        if (data?.type !== 'SS_UI_REQUEST') return
        ;(window as unknown as Record<string, () => void>)[name]?.()
        window.postMessage({ type: 'SS_DIALOG_CANCEL' }, '*')
      }
      window.addEventListener('message', cancel)
      window.addEventListener(name, () => window.removeEventListener('message', cancel), { once: true })
      window.postMessage({ type: 'SS_PING' }, '*')
    }, extension)
    const undo = async () => {
      if (page.isClosed()) return
      // The SDK keeps in mind that it was announced, until the page is loaded anew; nobody cancels any more.
      await page.evaluate((name) => window.dispatchEvent(new Event(name)), extension)
      await asked.dispose()
    }
    const why =
      'An extension needs a browser profile of its own; its messages to the page are all the SDK sees of it'
    const evidence = {
      request: 'SS_UI_REQUEST',
      get met() {
        return met
      },
    }
    return injected({ means: 'patched', at, evidence, why, undo })
  }

  /** The chosen screen cannot be captured. Stage `no-devices`. */
  async unreadable(): Promise<Injection> {
    needStage(this.#target, 'no-devices')
    return this.#refused('NotReadableError')
  }

  /** Closes the tab that was opened. @internal */
  async restore(): Promise<void> {
    const tab = this.#tab
    this.#tab = undefined
    await tab?.context().close()
  }

  /** In a context of its own: the app's context must not see a page that the app did not open. */
  async #openTab(): Promise<Page> {
    await this.restore()
    const context = await browserOf(this.#target).newContext()
    this.#tab = nobodys(await context.newPage())
    return this.#tab
  }

  async #refused(error: string, message?: string): Promise<Injection> {
    await standOnOrigin(this.#target)
    const at = Date.now()
    const attempt = await attemptCapture(this.#target.page, 'screen')
    if (attempt.outcome !== error || (message !== undefined && attempt.message !== message))
      throw new FaultNotInjected(`sharing to fail as ${[error, message].filter(Boolean).join(': ')}`, attempt)
    return injected({ means: 'real', at, evidence: { attempt }, undo: lastsWithBrowser })
  }
}
