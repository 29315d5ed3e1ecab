import { stagesWithCameraFile } from '../../browser/stages.ts'
import { why } from '../in-page/capture-patch.ts'
import { framesOf } from '../in-page/documents.ts'
import { listDevices } from '../in-page/probe.ts'
import { FaultNotInjected, type Injection, injected, type Receipt } from '../kit/receipt.ts'
import { browserOf, needStage, standOnOrigin } from '../kit/target.ts'
import { signalService } from './capture-process.ts'
import { checkKind, type DeviceKind, type DeviceTarget, endOf, liveTracks, serviceOf } from './kind.ts'

/** Takes a device away: out of the list, and its tracks ended. */
export async function takeAway(target: DeviceTarget, kind: DeviceKind): Promise<Injection> {
  const { before, tracks } = await pluggedIn(target, kind)
  const at = Date.now()
  const after = await pullOut(target, kind, tracks.count > 0)
  const ended = await endOf(tracks)
  const evidence = { listed: { before, after }, ended }
  return injected({ ...meansOf(kind), at, evidence, undo: () => pushIn(target, kind) })
}

/** Brings a device back into the list. */
export async function bringBack(target: DeviceTarget, kind: DeviceKind): Promise<Injection> {
  checkKind(kind)
  const at = Date.now()
  const listed = await pushIn(target, kind)
  return injected({ ...meansOf(kind), at, evidence: { listed } })
}

/** Takes a device away and brings it back within `ms`; what it captured has ended. */
export async function takeAwayBriefly(
  target: DeviceTarget,
  kind: DeviceKind,
  ms: number,
): Promise<Injection> {
  const { before, tracks } = await pluggedIn(target, kind, true)
  const at = Date.now()
  const away = await pullOut(target, kind, true)
  const after = await pushIn(target, kind)
  const awayMs = Date.now() - at
  const ended = await endOf(tracks)
  if (awayMs >= ms) throw new FaultNotInjected(`the device to be back within ${ms} ms`, { awayMs })
  return injected({ ...meansOf(kind), at, evidence: { listed: { before, away, after }, ended, awayMs } })
}

async function pluggedIn(target: DeviceTarget, kind: DeviceKind, needLive = false) {
  checkKind(kind)
  if (kind === 'camera') needStage(target, ...stagesWithCameraFile)
  await standOnOrigin(target)
  const tracks = await liveTracks(target, kind, { needed: needLive })
  const { [kind]: before } = await listDevices(target.page)
  if (!before.length) throw new FaultNotInjected(`a ${kind} that is plugged in`, before)
  return { before, tracks }
}

async function pullOut(target: DeviceTarget, kind: DeviceKind, live: boolean): Promise<string[]> {
  if (kind === 'camera') target.stage.camera.unplug()
  else await hideMicrophones(target, live)
  const { [kind]: listed } = await listDevices(target.page) // which makes Chromium notice
  if (listed.length) throw new FaultNotInjected(`no ${kind} to be listed`, listed)
  if (kind === 'microphone') await tellPage(target)
  return listed
}

async function pushIn(target: DeviceTarget, kind: DeviceKind): Promise<string[]> {
  const { camera } = target.stage
  if (kind === 'microphone') await target.patch.undo('microphones-gone')
  else if (!camera.plugged) camera.plug()
  const { [kind]: listed } = await listDevices(target.page)
  if (!listed.length) throw new FaultNotInjected(`a ${kind} to be listed`, listed)
  if (kind === 'microphone') await tellPage(target)
  return listed
}

async function hideMicrophones(target: DeviceTarget, live: boolean): Promise<void> {
  await target.patch.apply('microphones-gone')
  if (live) await signalService(browserOf(target), serviceOf.microphone, 'SIGKILL')
}

async function tellPage({ page }: DeviceTarget): Promise<void> {
  const tell = () => navigator.mediaDevices?.dispatchEvent(new Event('devicechange'))
  await Promise.all(framesOf(page).map((frame) => frame.evaluate(tell)))
}

function meansOf(kind: DeviceKind): Pick<Receipt, 'means' | 'why'> {
  return kind === 'camera' ? { means: 'real' } : { means: 'patched', why: why['microphones-gone'] }
}
