import type { Page } from '@playwright/test'
import type { BrowserFaults } from './browser.ts'
import type { CdnFaults } from './cdn.ts'
import type { DeviceFaults } from './device.ts'
import type { HttpFaults } from './http.ts'
import type { InputFaults } from './input.ts'
import type { MediaFaults } from './media.ts'
import type { MisuseFaults } from './misuse.ts'
import type { NetworkFaults } from './network.ts'
import type { PermissionFaults } from './permission.ts'
import type { ScreenFaults } from './screen.ts'
import type { ServerFaults } from './server.ts'
import type { SignalingFaults } from './signaling.ts'
import type { TimeFaults } from './time.ts'

/**
 * Everything that can be made to go wrong, by kind, for the page of the test. Every method that makes a fault resolves with its
 * receipt, and the receipt can undo it.
 */
export interface Faults extends KindsOfFaults {
  /**
   * The same for another person: a page of a second user, best in a context of her own, `browser.newContext()`. What happens
   * to her leaves everybody else alone; where it cannot, the receipt names the pages that were hit too (`alsoHit`), or the
   * fault is refused.
   *
   * @example
   * const pupil = await (await browser.newContext()).newPage()
   * await faults.for(pupil).network.cut('all')
   */
  for(page: Page): KindsOfFaults
}

/** The faults of one person, by kind. */
export interface KindsOfFaults {
  /** What the user decides about camera and microphone. */
  readonly permission: PermissionFaults
  /** What happens to camera and microphone themselves. */
  readonly device: DeviceFaults
  /** What happens while the screen is shared, or before. */
  readonly screen: ScreenFaults
  /** What the browser cannot or may not do. */
  readonly browser: BrowserFaults
  /** The network between the page and the cloud. */
  readonly network: NetworkFaults
  /** What the service answers, does not answer, and says unasked. */
  readonly signaling: SignalingFaults
  /** What the media gateway answers, and says unasked. */
  readonly media: MediaFaults
  /** What the CDN hands out to those who play from it over HTTP. */
  readonly cdn: CdnFaults
  /** What the services that are asked over plain HTTP answer. */
  readonly http: HttpFaults
  /** The service as the app's own back end meets it: calls of the server API, and callbacks. */
  readonly server: ServerFaults
  /** Calls of the app that come too early, too late or once too often. */
  readonly misuse: MisuseFaults
  /** Arguments that an API must refuse; the same in every run. */
  readonly input: InputFaults
  /** The page's clock, so that long waits take no time. */
  readonly time: TimeFaults
}
