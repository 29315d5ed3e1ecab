import type { Browser, CDPSession, Page } from '@playwright/test'
import { pageSession } from '../browser/page-session.ts'
import { mediaOf } from './device/kind.ts'
import { refuse } from './device/refusal.ts'
import { type DevicePatch, patchDevices, unpatchDevices } from './in-page/capture-patch.ts'
import { CaptureTracks } from './in-page/capture-tracks.ts'
import { PagePatch } from './in-page/page-patch.ts'
import { attemptCapture } from './in-page/probe.ts'
import { FaultNotInjected, type Injection, injected } from './kit/receipt.ts'
import { browserOf, demandOpen, type FaultTarget, standOnOrigin } from './kit/target.ts'

type Device = 'camera' | 'microphone'

/** Whose permission a fault is about. */
export type PermissionKind = Device | 'all'

const devicesOf: Record<PermissionKind, readonly Device[]> = {
  camera: ['camera'],
  microphone: ['microphone'],
  all: ['camera', 'microphone'],
}

/** What the user decided about some devices on a page's origin. */
interface Decision {
  readonly origin: string
  readonly names: readonly Device[]
  readonly setting: PermissionState
}

/**
 * What the user decides about camera and microphone, set in the browser itself for the page's origin. Camera and
 * microphone that were captured by one `getUserMedia` call end together, whichever of the two is taken away.
 */
export class PermissionFaults {
  readonly #target: FaultTarget
  /** Origins that something was taken from. */
  readonly #taken = new Set<string>()
  readonly #patch: PagePatch<DevicePatch>
  /** Those that have not ended, the newest last. */
  #decisions: readonly Decision[] = []

  constructor(target: FaultTarget) {
    this.#target = target
    this.#patch = new PagePatch(target.page, patchDevices, unpatchDevices)
  }

  /**
   * The user has forbidden it: asking is refused at once, without a prompt.
   *
   * @throws when the page is not secure, so that there is nothing to decide
   */
  deny(kind: PermissionKind = 'all'): Promise<Injection> {
    return this.#set(kind, 'denied')
  }

  /**
   * The operating system keeps it from the browser, whatever the user has allowed this page: the permission reads as before, and
   * asking is refused. A patch: what a system forbids, no page of Chromium can be told.
   *
   * @throws {FaultNotInjected} when an attempt to capture is not refused
   * @example
   * await faults.permission.denyBySystem('camera')
   */
  async denyBySystem(kind: PermissionKind = 'all'): Promise<Injection> {
    const withheld = devices(kind)
    await standOnOrigin(this.#target)
    const target = { ...this.#target, patch: this.#patch }
    return refuse(target, withheld, 'NotAllowedError', 'Permission denied by system')
  }

  /** The user has allowed it. Not a fault, but its end. */
  grant(kind: PermissionKind = 'all'): Promise<Injection> {
    return this.#set(kind, 'granted')
  }

  /**
   * The user closes the prompt without an answer, every time it is shown. Headless only: with a window, Chromium
   * leaves its prompt open.
   *
   * @throws {FaultNotInjected} when an attempt to capture is not dismissed
   */
  async dismiss(kind: PermissionKind = 'all'): Promise<Injection> {
    const receipt = await this.#set(kind, 'prompt')
    const wants = devicesOf[kind].map((device) => [mediaOf[device], true])
    const attempt = await attemptCapture(this.#target.page, Object.fromEntries(wants))
    if (attempt.outcome !== 'NotAllowedError') {
      throw new FaultNotInjected('an attempt to capture to be dismissed', attempt)
    }
    return { ...receipt, evidence: { ...receipt.evidence, attempt } }
  }

  /**
   * The user takes the permission back while the page captures: the tracks end.
   *
   * @throws {FaultNotInjected} when nothing was captured, or when a track goes on
   */
  async revoke(kind: PermissionKind = 'all'): Promise<Injection> {
    const wanted = devices(kind)
    demandOpen(this.#target.page)
    const found = await Promise.all(wanted.map((device) => this.#tracks(device)))
    const count = found.reduce((sum, tracks) => sum + tracks.count, 0)
    if (!count) throw new FaultNotInjected(`a live ${kind} track to end`, 'nothing is captured')
    const receipt = await this.#set(kind, 'denied')
    const ended = (await Promise.all(found.map((tracks) => tracks.whenEnded()))).flat()
    await Promise.all(found.map((tracks) => tracks.release()))
    if (ended.some(({ readyState }) => readyState !== 'ended')) {
      throw new FaultNotInjected('every live track to end', ended)
    }
    return { ...receipt, evidence: { ...receipt.evidence, ended: ended.map(({ label }) => label) } }
  }

  /** Grants again what was taken away. @internal */
  async restore(): Promise<void> {
    await this.#patch.restore()
    const { page } = this.#target
    if (!page.isClosed()) {
      for (const origin of this.#taken) await setPermissions(page, origin, devicesOf.all, 'granted')
    }
    this.#taken.clear()
    this.#decisions = []
  }

  #tracks(device: Device): Promise<CaptureTracks> {
    return CaptureTracks.find(this.#target.page, device)
  }

  /** What the user decided last of all that has not ended; before any decision, all is granted. */
  #decided(origin: string, device: Device): PermissionState {
    const last = this.#decisions.findLast((each) => each.origin === origin && each.names.includes(device))
    return last?.setting ?? 'granted'
  }

  async #set(kind: PermissionKind, setting: PermissionState): Promise<Injection> {
    const names = devices(kind)
    const { page } = this.#target
    await standOnOrigin(this.#target)
    const { origin } = new URL(page.url())
    await demandSecure(page, origin)
    if (setting !== 'granted') this.#taken.add(origin)
    const decision: Decision = { origin, names, setting }
    this.#decisions = [...this.#decisions, decision]
    const at = Date.now()
    await setPermissions(page, origin, names, setting)
    const states = await readStates(page, names)
    if (names.some((name) => states[name] !== setting)) {
      throw new FaultNotInjected(`the permission of ${kind} to read ${setting}`, states)
    }
    const undo = async () => {
      this.#decisions = this.#decisions.filter((each) => each !== decision)
      if (page.isClosed()) return
      for (const name of names) await setPermissions(page, origin, [name], this.#decided(origin, name))
    }
    const made = injected({ means: 'real', at, evidence: { origin, states }, undo })
    return setting === 'granted' ? { ...made, preparation: true } : made
  }
}

function devices(kind: PermissionKind): readonly Device[] {
  if (Object.hasOwn(devicesOf, kind)) return devicesOf[kind]
  const valid = Object.keys(devicesOf).join("', '")
  throw new TypeError(`This fault takes '${valid}', not ${JSON.stringify(kind)}.`)
}

/** @throws when Chromium offers the page no device whatever a person decides, so that a denial would be no effect of the fault */
async function demandSecure(page: Page, origin: string): Promise<void> {
  if (await page.evaluate(() => isSecureContext)) return
  throw new Error(
    `There is no permission to decide on: ${origin} is not secure, so Chromium offers it neither camera nor microphone. Serve the app by https, or on localhost.`,
  )
}

/** Chromium forgets the permissions that a session set when that session ends, so each browser keeps one. */
const sessions = new WeakMap<Browser, Promise<CDPSession>>()

async function setPermissions(
  page: Page,
  origin: string,
  names: readonly Device[],
  setting: PermissionState,
): Promise<void> {
  const browser = browserOf({ page })
  const opening = sessions.get(browser) ?? browser.newBrowserCDPSession()
  sessions.set(browser, opening)
  const [session, ofPage] = await Promise.all([opening, pageSession(page)])
  const { targetInfo } = await ofPage.send('Target.getTargetInfo')
  const { browserContextId } = targetInfo
  for (const name of names) {
    await session.send('Browser.setPermission', {
      permission: { name },
      setting,
      origin,
      ...(browserContextId && { browserContextId }),
    })
  }
}

function readStates(page: Page, names: readonly Device[]): Promise<Record<string, PermissionState>> {
  return page.evaluate(async (names) => {
    const states = names.map(async (name) => [name, (await navigator.permissions.query({ name })).state])
    return Object.fromEntries(await Promise.all(states))
  }, names)
}
