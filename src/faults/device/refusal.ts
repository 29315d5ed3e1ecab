import { why } from '../in-page/capture-patch.ts'
import { attemptCapture, listDevices } from '../in-page/probe.ts'
import { FaultNotInjected, type Injection, injected, type Receipt } from '../kit/receipt.ts'
import { lastsWithBrowser, needStage, standOnOrigin } from '../kit/target.ts'
import { checkKind, type DeviceKind, type DeviceTarget } from './kind.ts'

/** No device of any kind is listed. */
export async function none(target: DeviceTarget): Promise<Injection> {
  needStage(target, 'no-devices')
  await standOnOrigin(target)
  const at = Date.now()
  const listed = await listDevices(target.page)
  if (!listed.camera.length && !listed.microphone.length)
    return injected({ means: 'real', at, evidence: { listed }, undo: lastsWithBrowser })
  throw new FaultNotInjected('no device to be listed (real ones of this machine count)', listed)
}

/** A device is listed but cannot be opened. */
export async function busy(target: DeviceTarget, kind: DeviceKind): Promise<Injection> {
  checkKind(kind)
  if (kind === 'microphone') needStage(target, 'busy-microphone')
  await standOnOrigin(target)
  const at = Date.now()
  if (kind === 'camera') await target.patch.apply('camera-busy')
  const attempt = await attemptCapture(target.page, kind === 'camera' ? { video: true } : { audio: true })
  if (attempt.outcome !== 'NotReadableError') {
    throw new FaultNotInjected(`opening the ${kind} to fail as NotReadableError`, attempt)
  }
  const means = kind === 'camera' ? patched('camera-busy') : ({ means: 'real' } as const)
  const undo = kind === 'camera' ? () => target.patch.undo('camera-busy') : lastsWithBrowser
  return injected({ ...means, at, evidence: { attempt }, undo })
}

/** A device id that no device has, shown to be refused. */
export async function overConstrained(
  target: DeviceTarget,
  kind: DeviceKind,
): Promise<Injection & { readonly deviceID: string }> {
  checkKind(kind)
  await standOnOrigin(target)
  const at = Date.now()
  const deviceID = '0'.repeat(64)
  const constraints = { deviceId: { exact: deviceID } }
  const request = kind === 'camera' ? { video: constraints } : { audio: constraints }
  const attempt = await attemptCapture(target.page, request)
  if (attempt.outcome !== 'OverconstrainedError') {
    throw new FaultNotInjected('an unknown device id to be refused as OverconstrainedError', attempt)
  }
  return injected({ means: 'real', at, deviceID, evidence: { deviceID, attempt } })
}

/** `enumerateDevices` fails. */
export async function failEnumeration(target: DeviceTarget): Promise<Injection> {
  await standOnOrigin(target)
  const at = Date.now()
  await target.patch.apply('enumeration-fails')
  const error = await target.page.evaluate(() =>
    navigator.mediaDevices.enumerateDevices().then(
      () => 'listed',
      ({ name }) => String(name),
    ),
  )
  if (error !== 'InvalidStateError') throw new FaultNotInjected('enumerateDevices to fail', error)
  const undo = () => target.patch.undo('enumeration-fails')
  return injected({ ...patched('enumeration-fails'), at, evidence: { error }, undo })
}

function patched(patch: keyof typeof why): Pick<Receipt, 'means' | 'why'> {
  return { means: 'patched', why: why[patch] }
}
