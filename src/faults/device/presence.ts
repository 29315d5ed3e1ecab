import { stagesWithCameraFile } from '../../browser/stages.ts'
import { why } from '../in-page/capture-patch.ts'
import type { CaptureTracks } from '../in-page/capture-tracks.ts'
import { listDevices } from '../in-page/probe.ts'
import { framesOf } from '../kit/people.ts'
import { FaultNotInjected, type Injection, injected, type Receipt } from '../kit/receipt.ts'
import { needStage, standOnOrigin } from '../kit/target.ts'
import { checkKind, type DeviceKind, type DeviceTarget, endOf, liveTracks } from './kind.ts'
import { endSource, isAlone } from './source.ts'

/** Takes a device away: out of the list, and its tracks ended. */
export async function takeAway(target: DeviceTarget, kind: DeviceKind): Promise<Injection> {
  const { before, tracks, way } = await pluggedIn(target, kind)
  const at = Date.now()
  const after = await pullOut(target, way, tracks, before)
  const ended = await endOf(tracks)
  const evidence = { listed: { before, after }, ended }
  return injected({ ...meansOf(way), at, evidence, undo: () => pushIn(target, way) })
}

/** Brings a device back into the list. */
export async function bringBack(target: DeviceTarget, kind: DeviceKind): Promise<Injection> {
  checkKind(kind)
  const way = kind === 'microphone' ? waysOf.microphone : cameraIsHidden(target) ? waysOf.camera : file
  const at = Date.now()
  const listed = await pushIn(target, way)
  return injected({ ...meansOf(way), at, evidence: { listed }, preparation: true })
}

/** Takes a device away and brings it back within `ms`; what it captured has ended. */
export async function takeAwayBriefly(
  target: DeviceTarget,
  kind: DeviceKind,
  ms: number,
): Promise<Injection> {
  const { before, tracks, way } = await pluggedIn(target, kind, true)
  const at = Date.now()
  const away = await pullOut(target, way, tracks, before)
  const after = await pushIn(target, way)
  const awayMs = Date.now() - at
  const ended = await endOf(tracks)
  if (awayMs >= ms) throw new FaultNotInjected(`the device to be back within ${ms} ms`, { awayMs })
  return injected({ ...meansOf(way), at, evidence: { listed: { before, away, after }, ended, awayMs } })
}

/** How a device goes and comes back: the camera's file does so for the whole browser, a patch for one person alone. */
type Way =
  | { readonly kind: 'camera'; readonly patch?: never }
  | { readonly kind: DeviceKind; readonly patch: 'camera-gone' | 'microphones-gone' }

const file: Way = { kind: 'camera' }
const waysOf = {
  camera: { kind: 'camera', patch: 'camera-gone' },
  microphone: { kind: 'microphone', patch: 'microphones-gone' },
} as const satisfies Record<DeviceKind, Way>

const cameraIsHidden = ({ patch }: DeviceTarget) => patch.has('camera-gone')

async function pluggedIn(target: DeviceTarget, kind: DeviceKind, needLive = false) {
  checkKind(kind)
  if (kind === 'camera') needStage(target, ...stagesWithCameraFile)
  await standOnOrigin(target)
  const way: Way = kind === 'camera' && (await isAlone(target)) ? file : waysOf[kind]
  // Beside the camera's file there may be others, which go on.
  const label = way === file ? target.stage.camera.path : undefined
  const tracks = await liveTracks(target, kind, { needed: needLive, label })
  const { [kind]: before } = await listDevices(target.page)
  if (!before.length) throw new FaultNotInjected(`a ${kind} that is plugged in`, before)
  return { before, tracks, way }
}

/** A patch hides every device of the kind; the camera's file is one, beside which a test may have made others. */
async function pullOut(
  target: DeviceTarget,
  way: Way,
  tracks: CaptureTracks,
  before: readonly string[],
): Promise<string[]> {
  const { kind, patch } = way
  if (patch) await target.patch.apply(patch)
  else target.stage.camera.unplug()
  if (patch && tracks.count > 0) await endSource(target, kind, tracks)
  const { [kind]: listed } = await listDevices(target.page) // which makes Chromium notice
  const left = patch ? 0 : before.length - 1
  if (listed.length > left) {
    await pushIn(target, way)
    throw new FaultNotInjected(`${left || 'no'} ${kind} to be listed`, listed)
  }
  if (patch) await tellPage(target)
  return listed
}

async function pushIn(target: DeviceTarget, { kind, patch }: Way): Promise<string[]> {
  const { camera } = target.stage
  if (patch) await target.patch.undo(patch)
  else if (!camera.plugged) camera.plug()
  if (target.page.isClosed()) return []
  const { [kind]: listed } = await listDevices(target.page)
  if (!listed.length) throw new FaultNotInjected(`a ${kind} to be listed`, listed)
  if (patch) await tellPage(target)
  return listed
}

/** Tells the page that its devices have changed, as Chromium does after a real change. */
export async function tellPage({ page }: DeviceTarget): Promise<void> {
  const tell = () => navigator.mediaDevices?.dispatchEvent(new Event('devicechange'))
  await Promise.all((await framesOf(page)).map((frame) => frame.evaluate(tell)))
}

function meansOf({ patch }: Way): Pick<Receipt, 'means' | 'why'> {
  return patch ? { means: 'patched', why: why[patch] } : { means: 'real' }
}
