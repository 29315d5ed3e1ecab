import { type DevicePatch, why } from '../in-page/capture-patch.ts'
import { attemptCapture, listDevices } from '../in-page/probe.ts'
import { FaultNotInjected, type Receipt } from '../kit/receipt.ts'
import { needStage, standOnOrigin } from '../kit/target.ts'
import { checkKind, type DeviceKind, type DeviceTarget } from './kind.ts'

/** No device of any kind is listed. */
export async function none(target: DeviceTarget): Promise<Receipt> {
  const fault = 'device.none'
  needStage(target, fault, 'no-devices')
  await standOnOrigin(target)
  const at = Date.now()
  const listed = await listDevices(target.page)
  if (!listed.camera.length && !listed.microphone.length)
    return { fault, means: 'real', at, evidence: { listed } }
  throw new FaultNotInjected(fault, 'no device to be listed (real ones of this machine count)', listed)
}

/** A device is listed but cannot be opened. */
export async function busy(target: DeviceTarget, kind: DeviceKind): Promise<Receipt> {
  const fault = 'device.busy'
  checkKind(kind, fault)
  if (kind === 'microphone') needStage(target, fault, 'busy-microphone')
  await standOnOrigin(target)
  const at = Date.now()
  if (kind === 'camera') await target.patch.apply('camera-busy')
  const attempt = await attemptCapture(target.page, kind === 'camera' ? { video: true } : { audio: true })
  if (attempt.outcome !== 'NotReadableError') {
    throw new FaultNotInjected(fault, `opening the ${kind} to fail as NotReadableError`, attempt)
  }
  const means = kind === 'camera' ? patched('camera-busy') : ({ means: 'real' } as const)
  return { fault, ...means, at, evidence: { attempt } }
}

/** A device id that no device has, shown to be refused. */
export async function overConstrained(
  target: DeviceTarget,
  kind: DeviceKind,
): Promise<Receipt & { readonly deviceID: string }> {
  const fault = 'device.overConstrained'
  checkKind(kind, fault)
  await standOnOrigin(target)
  const at = Date.now()
  const deviceID = '0'.repeat(64)
  const constraints = { deviceId: { exact: deviceID } }
  const request = kind === 'camera' ? { video: constraints } : { audio: constraints }
  const attempt = await attemptCapture(target.page, request)
  if (attempt.outcome !== 'OverconstrainedError') {
    throw new FaultNotInjected(fault, 'an unknown device id to be refused as OverconstrainedError', attempt)
  }
  return { fault, means: 'real', at, deviceID, evidence: { deviceID, attempt } }
}

/** `enumerateDevices` fails. */
export async function failEnumeration(target: DeviceTarget): Promise<Receipt> {
  const fault = 'device.failEnumeration'
  await standOnOrigin(target)
  const at = Date.now()
  await target.patch.apply('enumeration-fails')
  const error = await target.page.evaluate(() =>
    navigator.mediaDevices.enumerateDevices().then(
      () => 'listed',
      ({ name }) => String(name),
    ),
  )
  if (error !== 'InvalidStateError') throw new FaultNotInjected(fault, 'enumerateDevices to fail', error)
  return { fault, ...patched('enumeration-fails'), at, evidence: { error } }
}

function patched(patch: DevicePatch): Pick<Receipt, 'means' | 'why'> {
  return { means: 'patched', why: why[patch] }
}
