import type { DevicePatch } from '../in-page/capture-patch.ts'
import { CaptureTracks } from '../in-page/capture-tracks.ts'
import type { PagePatch } from '../in-page/page-patch.ts'
import { FaultNotInjected } from '../kit/receipt.ts'
import { demandOpen, type FaultTarget } from '../kit/target.ts'

/** A kind of capture device. */
export type DeviceKind = 'camera' | 'microphone'

/** What the functions behind `DeviceFaults` share. */
export interface DeviceTarget extends FaultTarget {
  readonly patch: PagePatch<DevicePatch>
  /** Of devices that the system mutes, by `mutedDevice`. */
  readonly mutes: PagePatch<string>
}

/** What a page calls each kind of device when it asks for one. */
export const mediaOf = { camera: 'video', microphone: 'audio' } as const

/** The process that captures from each kind of device. */
export const serviceOf = { camera: 'video_capture', microphone: 'audio' } as const

/** @throws {TypeError} naming the valid kinds */
export function checkKind(kind: DeviceKind): void {
  if (Object.hasOwn(serviceOf, kind)) return
  throw new TypeError(`This fault takes 'camera' or 'microphone', not ${JSON.stringify(kind)}.`)
}

/** Live tracks of a kind, or of one device; a fault that only makes sense while capturing demands at least one. */
export async function liveTracks(
  { page }: FaultTarget,
  kind: DeviceKind,
  { needed = false, label }: { needed?: boolean; label?: string | undefined } = {},
): Promise<CaptureTracks> {
  demandOpen(page)
  const tracks = await CaptureTracks.find(page, kind, label)
  if (tracks.count || !needed) return tracks
  await tracks.release()
  throw new FaultNotInjected(`a live ${kind} track`, 'nothing is captured')
}

/** Labels of the tracks, once all of them have ended. @throws {FaultNotInjected} when one goes on */
export async function endOf(tracks: CaptureTracks): Promise<string[]> {
  const states = await tracks.whenEnded()
  await tracks.release()
  if (states.every(({ readyState }) => readyState === 'ended')) return states.map(({ label }) => label)
  throw new FaultNotInjected('every live track to end', states)
}
