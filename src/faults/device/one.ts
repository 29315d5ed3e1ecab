import { type OneGone, whyOneGone } from '../in-page/capture-patch.ts'
import { CaptureTracks } from '../in-page/capture-tracks.ts'
import { listDevices } from '../in-page/probe.ts'
import { FaultNotInjected, type Injection, injected } from '../kit/receipt.ts'
import { standOnOrigin } from '../kit/target.ts'
import { checkKind, type DeviceKind, type DeviceTarget, endOf } from './kind.ts'
import { tellPage } from './presence.ts'

/** One device of several. */
export interface OneDevice {
  /** Its name, as the page lists it. */
  readonly label: string
}

const listedAs = { camera: 'videoinput', microphone: 'audioinput' } as const

const patchOf = (kind: DeviceKind, label: string): OneGone => `${listedAs[kind]} gone: ${label}`

/** Takes one device away, and leaves the others of its kind. */
export async function takeOneAway(
  target: DeviceTarget,
  kind: DeviceKind,
  { label }: OneDevice,
): Promise<Injection> {
  checkKind(kind)
  await standOnOrigin(target)
  const { [kind]: before } = await listDevices(target.page)
  if (!before.includes(label)) throw new TypeError(unknown(kind, label, before))
  const tracks = await CaptureTracks.find(target.page, kind, label)
  const at = Date.now()
  await target.patch.apply(patchOf(kind, label))
  await tracks.end()
  const ended = await endOf(tracks)
  const { [kind]: after } = await listDevices(target.page)
  const others = before.filter((other) => other !== label)
  if (String(after) !== String(others)) throw new FaultNotInjected(`${label} alone to leave the list`, after)
  await tellPage(target)
  const undo = () => bringOneBack(target, kind, { label })
  return injected({
    means: 'patched',
    why: whyOneGone,
    at,
    evidence: { listed: { before, after }, ended },
    undo,
  })
}

/** Brings one device back that was taken away. */
export async function bringOneBack(
  target: DeviceTarget,
  kind: DeviceKind,
  { label }: OneDevice,
): Promise<Injection> {
  checkKind(kind)
  const at = Date.now()
  await target.patch.undo(patchOf(kind, label))
  const { [kind]: listed } = await listDevices(target.page)
  if (!listed.includes(label)) throw new TypeError(unknown(kind, label, listed))
  await tellPage(target)
  return injected({ means: 'patched', why: whyOneGone, at, evidence: { listed }, preparation: true })
}

const unknown = (kind: DeviceKind, label: string, listed: readonly string[]) =>
  `There is no ${kind} named ${JSON.stringify(label)}. There is: ${listed.map((each) => JSON.stringify(each)).join(', ') || 'none'}.`
