import type { DeviceKind, DeviceTarget } from './device/kind.ts'
import { mute } from './device/mute.ts'
import { bringOneBack, type OneDevice, takeOneAway } from './device/one.ts'
import { bringBack, takeAway, takeAwayBriefly } from './device/presence.ts'
import { crash, freeze } from './device/process.ts'
import { broken, busy, failEnumeration, none, overConstrained } from './device/refusal.ts'
import { patchDevices, unpatchDevices } from './in-page/capture-patch.ts'
import { muteDevice, unmuteDevice } from './in-page/mute-patch.ts'
import { PagePatch } from './in-page/page-patch.ts'
import { letGoOn } from './kit/processes.ts'
import type { Injection } from './kit/receipt.ts'
import type { FaultTarget } from './kit/target.ts'

export type { DeviceKind } from './device/kind.ts'

/**
 * What happens to cameras and microphones. The SDK compares its list of devices 500 ms after a change, and it tells a
 * loose device (1106007, 1106008) from others only when it had not listed the devices itself in the 2 s before, which
 * it also does when a stream is created. Let those 2 s pass with `faults.time.advance('3s')`.
 */
export class DeviceFaults {
  readonly #target: DeviceTarget
  readonly #frozen = new Set<number>()

  constructor(target: FaultTarget) {
    const patch = new PagePatch(target.page, patchDevices, unpatchDevices)
    const mutes = new PagePatch(target.page, muteDevice, unmuteDevice)
    this.#target = { ...target, patch, mutes }
  }

  /**
   * Pulls the device out: it leaves the list, and what it captured ends. Real for the camera; the microphones are
   * hidden by a patch, but their tracks end for real. Where other people have pages in the same browser, theirs stay as they
   * are: both are then hidden by a patch, and the tracks of this page are stopped and told so.
   *
   * @param one pulls out that one alone, by its label: for real where it is the camera of the stage and nobody else has a page in
   *   the browser; else it is hidden by a patch, its tracks of this page are stopped and told so, and whoever asks for no certain device gets another one. The default one is one of them. A speaker always needs it: it
   *   leaves the list, and nothing new plays through it (`setSinkId` ends as `NotFoundError`)
   * @throws {FaultNotInjected} when it is still listed or a track goes on
   * @throws {TypeError} when no device has that label; it names those that there are
   * @example
   * await faults.device.unplug('microphone', { label: 'Fake Audio Input 1' })
   */
  unplug(kind: DeviceKind | 'speaker', one?: OneDevice): Promise<Injection> {
    return one === undefined ? takeAway(this.#target, ofAll(kind)) : takeOneAway(this.#target, kind, one)
  }

  /**
   * Plugs the device back in. Tracks that have ended stay so; capturing anew works.
   *
   * @param one that one alone, by the label by which it was pulled out
   */
  plug(kind: DeviceKind | 'speaker', one?: OneDevice): Promise<Injection> {
    return one === undefined ? bringBack(this.#target, ofAll(kind)) : bringOneBack(this.#target, kind, one)
  }

  /**
   * A loose contact: the device is pulled out and is back before the SDK compares its lists, so that only what it
   * captured has ended.
   *
   * @throws {FaultNotInjected} when nothing was captured, or when the SDK had the time to compare in between
   */
  loose(kind: DeviceKind): Promise<Injection> {
    return takeAwayBriefly(this.#target, kind, 500)
  }

  /**
   * Kills the process that captures, as a crashing driver does: tracks end, the device stays listed and works when
   * captured anew. The microphone's process also plays sound, which is interrupted. Where other people have pages in the
   * same browser, only the tracks of this page end, by a patch.
   *
   * @throws {FaultNotInjected} when nothing was captured
   */
  crash(kind: DeviceKind): Promise<Injection> {
    return crash(this.#target, kind)
  }

  /**
   * Stops the camera's process: tracks stay live but no frame comes, and whoever lists devices or asks for the camera is left
   * without an answer until `thaw` or `undo`. Before the app captures, that is what it sees of a prompt that the user leaves
   * open, but for `permissions.query`, which says `granted`. The process is that of the whole browser, so nobody else may
   * have a page in it.
   *
   * @throws {FaultNotInjected} when frames still come, or when who asks is still answered
   */
  freeze(): Promise<Injection> {
    return freeze(this.#target, (pid) => this.#frozen.add(pid))
  }

  /** Lets a frozen camera go on. */
  async thaw(): Promise<void> {
    for (const pid of this.#frozen) letGoOn(pid)
    this.#frozen.clear()
  }

  /** There is no camera and no microphone. Stage `no-devices`. */
  none(): Promise<Injection> {
    return none(this.#target)
  }

  /** The device is listed, but another program holds it. Stage `busy-microphone`, or a patch for the camera. */
  busy(kind: DeviceKind): Promise<Injection> {
    return busy(this.#target, kind)
  }

  /**
   * The device is listed and free, but it does not start: who asks gets an `AbortError`. A patch.
   *
   * @example
   * await faults.device.broken('camera')
   */
  broken(kind: DeviceKind): Promise<Injection> {
    return broken(this.#target, kind)
  }

  /**
   * The system mutes what is captured, as a switch on a headset or a phone call does: tracks stay live, are `muted` and give
   * silence or black pictures, until `undo`, and so does whatever captures the same device anew. A patch.
   *
   * @throws {FaultNotInjected} when nothing was captured
   * @example
   * const muted = await faults.device.mute('microphone')
   * await muted.undo()
   */
  mute(kind: DeviceKind): Promise<Injection> {
    return mute(this.#target, kind)
  }

  /**
   * A device id, such as an app may have stored, that no device has any more. The receipt carries it as `deviceID`.
   *
   * @throws {FaultNotInjected} when the browser does not refuse it
   */
  overConstrained(kind: DeviceKind): Promise<Injection & { readonly deviceID: string }> {
    return overConstrained(this.#target, kind)
  }

  /** Listing the devices fails. A patch. */
  failEnumeration(): Promise<Injection> {
    return failEnumeration(this.#target)
  }

  /** Plugs everything back in and lets everything go on, also when the page is closed already. @internal */
  async restore(): Promise<void> {
    await this.thaw()
    const { camera } = this.#target.stage
    if (!camera.plugged) camera.plug()
    await Promise.all([this.#target.patch.restore(), this.#target.mutes.restore()])
  }
}

/** @throws {TypeError} for speakers, of which a page sees the list alone */
function ofAll(kind: DeviceKind | 'speaker'): DeviceKind {
  if (kind !== 'speaker') return kind
  throw new TypeError(
    "Name the speaker: unplug('speaker', { label: 'Fake Audio Output 1' }). Without any speaker Chromium plays on as before.",
  )
}
