import { demandFields, demandText } from '../../cloud/exchange/demand.ts'
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
  one: OneDevice,
): Promise<Injection> {
  checkKind(kind)
  const label = labelOf(one)
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
  one: OneDevice,
): Promise<Injection> {
  checkKind(kind)
  const label = labelOf(one)
  const at = Date.now()
  const made = { means: 'patched', why: whyOneGone, at, preparation: true } as const
  if (target.page.isClosed()) return injected({ ...made, evidence: { listed: [] } })
  await target.patch.undo(patchOf(kind, label))
  const { [kind]: listed } = await listDevices(target.page)
  if (!listed.includes(label)) throw new TypeError(unknown(kind, label, listed))
  await tellPage(target)
  return injected({ ...made, evidence: { listed } })
}

function labelOf(one: OneDevice): string {
  demandFields('One device', one, ['label'])
  demandText('label', one.label)
  return one.label
}

const unknown = (kind: DeviceKind, label: string, listed: readonly string[]) =>
  `There is no ${kind} named ${JSON.stringify(label)}. There is: ${listed.map((each) => JSON.stringify(each)).join(', ') || 'none'}.`
