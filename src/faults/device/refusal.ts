import { type Refused, why, whyRefused } from '../in-page/capture-patch.ts'
import { type Attempt, attemptCapture, listDevices } from '../in-page/probe.ts'
import { FaultNotInjected, type Injection, injected } from '../kit/receipt.ts'
import { type FaultTarget, lastsWithBrowser, needStage, standOnOrigin } from '../kit/target.ts'
import { checkKind, type DeviceKind, type DeviceTarget, mediaOf } from './kind.ts'

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
  if (kind === 'camera') return refuse(target, [kind], 'NotReadableError', 'Could not start video source')
  const at = Date.now()
  const attempts = await attemptToOpen(target, [kind], 'NotReadableError')
  return injected({ means: 'real', at, evidence: { attempts }, undo: lastsWithBrowser })
}

/** A device is listed and free, but does not start. */
export async function broken(target: DeviceTarget, kind: DeviceKind): Promise<Injection> {
  checkKind(kind)
  await standOnOrigin(target)
  return refuse(target, [kind], 'AbortError', `Timeout starting ${mediaOf[kind]} source`)
}

/** Lets opening devices end with an error, by a patch. */
export async function refuse(
  target: FaultTarget & Pick<DeviceTarget, 'patch'>,
  kinds: readonly DeviceKind[],
  name: string,
  message: string,
): Promise<Injection> {
  const patches = kinds.map((kind): Refused => `${mediaOf[kind]} refused: ${name}: ${message}`)
  const at = Date.now()
  await Promise.all(patches.map((patch) => target.patch.apply(patch)))
  const attempts = await attemptToOpen(target, kinds, name)
  const undo = () => Promise.all(patches.map((patch) => target.patch.undo(patch)))
  return injected({ means: 'patched', why: whyRefused, at, evidence: { attempts }, undo })
}

/** Tries to open devices one by one. @throws {FaultNotInjected} when one does not fail as it must */
async function attemptToOpen(
  { page }: FaultTarget,
  kinds: readonly DeviceKind[],
  error: string,
): Promise<Partial<Record<DeviceKind, Attempt>>> {
  const attempts: Partial<Record<DeviceKind, Attempt>> = {}
  for (const kind of kinds) {
    const attempt = await attemptCapture(page, { [mediaOf[kind]]: true })
    if (attempt.outcome !== error)
      throw new FaultNotInjected(`opening the ${kind} to fail as ${error}`, attempt)
    attempts[kind] = attempt
  }
  return attempts
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
  const attempt = await attemptCapture(target.page, { [mediaOf[kind]]: { deviceId: { exact: deviceID } } })
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
  return injected({ means: 'patched', why: why['enumeration-fails'], at, evidence: { error }, undo })
}
