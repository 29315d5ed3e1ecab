import { stagesWithCameraFile } from '../browser/stages.ts'
import { why } from './capture-patch.ts'
import { signalService } from './capture-process.ts'
import { checkKind, type DeviceKind, type DeviceTarget, endOf, liveTracks, serviceOf } from './device-kind.ts'
import { listDevices } from './probe.ts'
import { FaultNotInjected, type Receipt } from './receipt.ts'
import { browserOf, needStage, standOnOrigin } from './target.ts'

/** Takes a device away: out of the list, and its tracks ended. @param needLive whether there must be such tracks */
export async function takeAway(
  target: DeviceTarget,
  kind: DeviceKind,
  fault: string,
  needLive = false,
): Promise<Receipt> {
  checkKind(kind, fault)
  if (kind === 'camera') needStage(target, fault, ...stagesWithCameraFile)
  await standOnOrigin(target)
  const tracks = await liveTracks(target, kind, needLive ? fault : undefined)
  const { [kind]: before } = await listDevices(target.page)
  if (!before.length) throw new FaultNotInjected(fault, `a ${kind} that is plugged in`, before)

  const at = Date.now()
  if (kind === 'camera') target.stage.camera.unplug()
  else await hideMicrophones(target, tracks.count > 0, fault)
  const { [kind]: after } = await listDevices(target.page) // which makes Chromium notice
  if (after.length) throw new FaultNotInjected(fault, `no ${kind} to be listed`, after)
  const ended = await endOf(tracks, fault)
  if (kind === 'microphone') await tellPage(target)
  return { fault, ...meansOf(kind), at, evidence: { listed: { before, after }, ended } }
}

/** Brings a device back into the list. */
export async function bringBack(target: DeviceTarget, kind: DeviceKind, fault: string): Promise<Receipt> {
  checkKind(kind, fault)
  const { camera } = target.stage
  const at = Date.now()
  if (kind === 'microphone') await target.patch.undo('microphones-gone')
  else if (!camera.plugged) camera.plug()
  const { [kind]: listed } = await listDevices(target.page)
  if (!listed.length) throw new FaultNotInjected(fault, `a ${kind} to be listed`, listed)
  if (kind === 'microphone') await tellPage(target)
  return { fault, ...meansOf(kind), at, evidence: { listed } }
}

async function hideMicrophones(target: DeviceTarget, live: boolean, fault: string): Promise<void> {
  await target.patch.apply('microphones-gone')
  if (live) await signalService(browserOf(target), serviceOf.microphone, 'SIGKILL', fault)
}

function tellPage({ page }: DeviceTarget): Promise<boolean> {
  return page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')))
}

function meansOf(kind: DeviceKind): Pick<Receipt, 'means' | 'why'> {
  return kind === 'camera' ? { means: 'real' } : { means: 'patched', why: why['microphones-gone'] }
}
