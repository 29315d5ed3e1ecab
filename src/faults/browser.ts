import type { Disposable } from '@playwright/test'
import { pageSession } from '../browser/page-session.ts'
import type { WireDoor } from '../cloud/doors/wire/door.ts'
import { demandFields, shown } from '../cloud/exchange/demand.ts'
import { type CapabilityName, capabilityOf } from './in-page/browser-capability.ts'
import {
  type BreakableMethod,
  blankInPage,
  breakable,
  breakMethod,
  deleteFromPage,
  mendMethod,
} from './in-page/browser-patch.ts'
import { PagePatch } from './in-page/page-patch.ts'
import { SoundWorklets } from './in-page/sound-worklets.ts'
import { FaultNotInjected, type Injection, injected } from './kit/receipt.ts'
import { demandOpen, type FaultTarget, lastsWithBrowser, needStage, standOnOrigin } from './kit/target.ts'
import { goAndComeBack } from './tab/back-forward.ts'
import { BackgroundTab } from './tab/background-tab.ts'
import { FrozenTab } from './tab/frozen-tab.ts'
import { SlowThread } from './tab/slow-thread.ts'

/** Any name that is not this machine's own makes plain HTTP insecure. */
const insecureHost = 'insecure.test'

/** What the browser cannot do, or does not allow. */
export class BrowserFaults {
  readonly #target: FaultTarget
  readonly #deleted: PagePatch<string>
  readonly #blanked: PagePatch<string>
  readonly #broken: PagePatch<string>
  readonly #background: BackgroundTab
  readonly #routes: Disposable[] = []
  readonly #tab: FrozenTab
  readonly #worklets: SoundWorklets
  readonly #thread: SlowThread

  /** @param target with the door that the page's connections go through, for a tab that hears nothing */
  constructor(target: FaultTarget & { readonly door?: WireDoor }) {
    this.#target = target
    this.#deleted = new PagePatch(target.page, deleteFromPage)
    this.#blanked = new PagePatch(target.page, blankInPage)
    this.#broken = new PagePatch(target.page, breakMethod, mendMethod)
    this.#background = new BackgroundTab(target.page)
    this.#worklets = new SoundWorklets(target.page)
    this.#thread = new SlowThread(target.page)
    this.#tab = new FrozenTab(target.page, target.door)
  }

  /**
   * A browser that lacks a capability. Call it before the app is opened. Real on the stage `old-browser` for those
   * that Chromium's flags take away, else deleted from the page, or `undefined` there where extensions that hide it do that.
   */
  async without(name: CapabilityName): Promise<Injection> {
    const { present, stages, deletes, blanks } = capabilityOf(name)
    if (stages) needStage(this.#target, ...stages)
    await standOnOrigin(this.#target)
    const at = Date.now()
    const patch = deletes ? this.#deleted : this.#blanked
    const patched = (deletes ?? blanks)?.join()
    if (patched) await patch.apply(patched)
    const found = await this.#target.page.evaluate(present)
    if (found) throw new FaultNotInjected(`${present} to be false`, found)
    const evidence = { [present]: found }
    if (!patched) return injected({ means: 'real', at, evidence, undo: lastsWithBrowser })
    const now = deletes ? 'deleted from the page' : 'undefined in the page'
    const why = `No launch flag of Chromium takes ${name} away, so it is ${now}.`
    const undo = () => patch.undo(patched)
    return injected({ means: 'patched', at, evidence, why, undo })
  }

  /**
   * Opens the app from an origin that is neither HTTPS nor this machine's own, so that the browser gives it no devices.
   *
   * @param url what to open; by default what the page shows, or else `baseURL`
   */
  async insecure(url = this.#address()): Promise<Injection> {
    const { page } = this.#target
    demandOpen(page)
    const real = new URL(url)
    const insecure = new URL(url)
    insecure.protocol = 'http:'
    insecure.hostname = insecureHost
    const route = await page.route(
      (asked) => asked.host === insecure.host,
      async (route) => {
        const asked = new URL(route.request().url())
        const url = new URL(asked.pathname + asked.search, real).href
        // What the browser asks for itself meets the handlers of the test, which answer for the app's own server.
        if (real.protocol === insecure.protocol) return route.continue({ url })
        await route.fulfill({ response: await route.fetch({ url }) })
      },
    )
    this.#routes.push(route)
    const at = Date.now()
    await page.goto(insecure.href)
    const evidence = await page.evaluate(() => ({
      isSecureContext,
      origin,
      devices: 'mediaDevices' in navigator,
    }))
    if (evidence.isSecureContext) throw new FaultNotInjected('an insecure context', evidence)
    return injected({ means: 'real', at, evidence, undo: () => page.isClosed() || route.dispose() })
  }

  /**
   * Sound may not start without a click: on the stage `no-click` as Chromium has it by default, on `autoplay-blocked` not even
   * while the page captures. Call it before the app is opened, and look at the page by nothing but `toSurface` before the code
   * is there: whatever Playwright evaluates in a page counts as a click.
   */
  async autoplayBlocked(): Promise<Injection> {
    needStage(this.#target, 'no-click', 'autoplay-blocked')
    await standOnOrigin(this.#target)
    const at = Date.now()
    // Playwright's evaluate counts as a click, so the debugger asks.
    const session = await pageSession(this.#target.page)
    const { result } = await session.send('Runtime.evaluate', {
      expression: `new Audio('${silence()}').play().then(() => 'played', ({ name }) => name)`,
      awaitPromise: true,
      returnByValue: true,
      userGesture: false,
    })
    if (result.value !== 'NotAllowedError') throw new FaultNotInjected('play() to be refused', result.value)
    return injected({ means: 'real', at, evidence: { play: result.value }, undo: lastsWithBrowser })
  }

  /**
   * The browser takes no description that was changed after it was made, as the SDK changes them: `setLocalDescription` fails. On
   * the stage `strict-sdp`. Call it before the app is opened.
   */
  async strictSdp(): Promise<Injection> {
    needStage(this.#target, 'strict-sdp')
    await standOnOrigin(this.#target)
    const at = Date.now()
    const evidence = await this.#target.page.evaluate(async () => {
      const outcomeOf = async (change: (sdp: string) => string) => {
        const peer = new RTCPeerConnection()
        peer.addTransceiver('audio')
        const { type, sdp = '' } = await peer.createOffer()
        const outcome = await peer.setLocalDescription({ type, sdp: change(sdp) }).then(() => 'taken', String)
        peer.close()
        return outcome
      }
      return {
        asMade: await outcomeOf((sdp) => sdp),
        changed: await outcomeOf((sdp) => sdp.replaceAll(/^a=ice-ufrag:.*$/gm, 'a=ice-ufrag:changed')),
      }
    })
    if (evidence.asMade !== 'taken' || evidence.changed === 'taken')
      throw new FaultNotInjected('only the description that was changed to be refused', evidence)
    return injected({ means: 'real', at, evidence, undo: lastsWithBrowser })
  }

  /**
   * The user looks at another tab. A patch: Playwright's pages are always visible.
   *
   * @param options.throttled whether the page's timers fire on whole seconds only, too, as in a tab in the background that has been
   *   silent for half a minute. Workers and what comes over the network are as fast as ever. Timers that were set before go on as they
   *   were, so call it before the app is opened where its intervals matter
   * @example
   * const away = await faults.browser.hidden({ throttled: true })
   * await away.undo() // what is due by now happens at once
   */
  async hidden(options: { readonly throttled?: boolean } = {}): Promise<Injection> {
    demandFields('browser.hidden', options, ['throttled'])
    return this.#background.hide(options.throttled ?? false)
  }

  /** The user looks at this tab again. */
  visible(): Promise<void> {
    return this.#background.show()
  }

  /**
   * The browser freezes this tab, as it does with one that was in the background for long, or the machine has stopped it: nothing
   * of the page runs, neither timers nor scripts nor what it sends, and its connections stay open. Undo it before the page is asked for
   * anything, since nothing answers until then.
   *
   * @throws {FaultNotInjected} when the page still answers
   * @example
   * const frozen = await faults.browser.frozen()
   * await faults.time.advance('100s', { of: 'cloud' }) // the service misses a client that says nothing
   * await frozen.undo()
   */
  async frozen(): Promise<Injection> {
    demandOpen(this.#target.page)
    return this.#tab.freeze()
  }

  /**
   * The person goes to another page and comes back, and the browser shows this one as it was left: what it had in memory is there,
   * its connections are gone (`pageshow` with `persisted`). On the stage `back-forward-cache`; call it while nothing is captured.
   *
   * @throws {FaultNotInjected} when the browser loads the page anew; it names the browser's reasons, such as `rtc` and
   *   `audio-capture` of a page that captures
   * @example
   * await faults.browser.backForward()
   */
  backForward(): Promise<Injection> {
    return goAndComeBack(this.#target)
  }

  /** Lets a frozen tab go on. @internal */
  goOn(): void {
    this.#tab.goOn()
  }

  /**
   * A method fails from now on, as in a browser that does not understand or cannot do what it is asked: one of WebRTC rejects, and
   * so does `setSinkId`, by which the others are heard through another speaker; `postMessage` of every `MessagePort` throws, by
   * which a page talks to its audio worklets. A patch.
   */
  async broken(method: BreakableMethod): Promise<Injection> {
    if (!Object.hasOwn(breakable, method)) {
      const valid = Object.keys(breakable).join(', ')
      throw new TypeError(`browser.broken takes one of ${valid}, not ${shown(method)}.`)
    }
    const owner = breakable[method]
    await standOnOrigin(this.#target)
    const at = Date.now()
    await this.#broken.apply(`${owner}.${method}`)
    const error = await this.#target.page.evaluate(
      async ([owner = '', method = '']) => {
        try {
          return String(await Reflect.get(Reflect.get(window, owner).prototype, method)())
        } catch (error) {
          return (error as Error).name
        }
      },
      [owner, method],
    )
    if (error !== 'OperationError') throw new FaultNotInjected(`${method} to fail`, error)
    const why = `No flag of Chromium makes its ${method} fail and succeed again in one page, so it is replaced.`
    const undo = () => this.#broken.undo(`${owner}.${method}`)
    return injected({ means: 'patched', at, evidence: { method, error }, why, undo })
  }

  /**
   * The machine is too slow for what the page does on its main thread. The browser gives that thread only one part in
   * `times` of the time there is; what other threads do is as fast as ever.
   *
   * Where there is much to do, the browser's throttle misses some of the work: then more is asked of it (`throttledTimes`), until the
   * same work takes half as many times longer at least, by its mean over a second, or 5 s have passed.
   *
   * @param times by default as many as leave this machine's thread a twentieth of a fast one's speed, however slow it is itself
   */
  async slow(times?: number): Promise<Injection> {
    demandOpen(this.#target.page)
    return this.#thread.slow(times)
  }

  /** The machine is as fast as before. */
  fast(): Promise<void> {
    return this.#thread.fast()
  }

  /**
   * Sound takes longer to process than it lasts. A patch, in the audio worklets that the page has by now: whatever
   * measures there how long it took finds 40 ms more between two looks at the clock.
   */
  async slowSound(): Promise<Injection> {
    const at = Date.now()
    const steps = await this.#worklets.run(
      `(${replaceClock})('let looks = 0; return () => now() + 40 * ++looks'), -(Date.now() - Date.now())`,
    )
    const evidence = { msBetweenLooks: steps }
    if (!steps.length || steps.some((ms) => Number(ms) < 40))
      throw new FaultNotInjected('audio worklets whose clock runs ahead', evidence)
    const why = 'Chromium can slow the main thread of a page, but not the thread that processes its sound.'
    return injected({ means: 'patched', at, evidence, why, undo: () => this.#mendSound() })
  }

  /**
   * What processes sound fails while it runs. A patch, in the audio worklets that the page has by now: it throws when
   * it next looks at the clock.
   */
  async brokenSound(): Promise<Injection> {
    const at = Date.now()
    const worklets = await this.#worklets.run(
      `(${replaceClock})('return () => { throw "no time" }'), 'broken'`,
    )
    const evidence = { worklets: worklets.length, threw: await this.#worklets.throws() }
    if (!evidence.threw) throw new FaultNotInjected('something in an audio worklet to throw', evidence)
    const why = 'Chromium has no way to make the thread that processes sound fail.'
    return injected({ means: 'patched', at, evidence, why, undo: () => this.#mendSound() })
  }

  /** Lets a frozen tab go on, and takes back every patch and route. What was deleted from a page comes back when it is loaded anew. @internal */
  async restore(): Promise<void> {
    this.goOn()
    await Promise.all([
      this.#background.show(),
      this.#broken.restore(),
      this.#deleted.restore(),
      this.#blanked.restore(),
      this.fast(),
    ])
    await this.#mendSound()
    const { page } = this.#target
    for (const route of this.#routes.splice(0)) if (!page.isClosed()) await route.dispose()
  }

  #mendSound(): Promise<void> {
    return this.#worklets.close(`(${replaceClock})('return now')`)
  }

  #address(): string {
    const { page, baseURL } = this.#target
    return /^https?:/.test(page.url()) ? page.url() : new URL('/', baseURL).href
  }
}

/** Replaces the clock of a worklet by what a piece of code makes of the old one, `now`; runs in the worklet. */
const replaceClock = `(code) => {
  const now = (globalThis[Symbol.for('zego-fault-harness.now')] ??= Date.now)
  Date.now = new Function('now', code)(now)
}`

/** A tenth of a second of silence, which is sound to the autoplay policy, as a WAV file. */
function silence(): string {
  const samples = Buffer.alloc(800, 128)
  const riff = [0x46464952, 36 + samples.length, 0x45564157, 0x20746d66, 16, 0x10001, 8000, 8000, 0x80001]
  const header = Uint32Array.from([...riff, 0x61746164, samples.length])
  return `data:audio/wav;base64,${Buffer.concat([Buffer.from(header.buffer), samples]).toString('base64')}`
}
