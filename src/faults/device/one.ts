import { demandFields, demandText } from '../../cloud/exchange/demand.ts'
import { type OneGone, whyOneGone } from '../in-page/capture-patch.ts'
import { CaptureTracks } from '../in-page/capture-tracks.ts'
import { attemptToPlayThrough, listDevices, speakerID } from '../in-page/probe.ts'
import { FaultNotInjected, type Injection, injected } from '../kit/receipt.ts'
import { standOnOrigin } from '../kit/target.ts'
import { checkKind, type DeviceKind, type DeviceTarget, endOf } from './kind.ts'
import { bringBack, takeAway, tellPage } from './presence.ts'
import { isAlone } from './source.ts'

/** One device of several. */
export interface OneDevice {
  /** Its name, as the page lists it. */
  readonly label: string
}

/** A kind of device of which one can be pulled out: of those that play, only ever one. */
export type PulledKind = DeviceKind | 'speaker'

const listedAs = { camera: 'videoinput', microphone: 'audioinput', speaker: 'audiooutput' } as const

const patchOf = (kind: PulledKind, label: string): OneGone => `${listedAs[kind]} gone: ${label}`

const whyOf = (kind: PulledKind) => whyOneGone[kind === 'speaker' ? 'output' : 'input']

/** Takes one device away, and leaves the others of its kind. */
export async function takeOneAway(
  target: DeviceTarget,
  kind: PulledKind,
  one: OneDevice,
): Promise<Injection> {
  if (kind !== 'speaker') checkKind(kind)
  const label = labelOf(one)
  await standOnOrigin(target)
  const { [kind]: before } = await listDevices(target.page)
  if (!before.includes(label)) throw new TypeError(unknown(kind, label, before))
  if (isFile(target, kind, label) && (await isAlone(target))) return takeAway(target, 'camera')
  const at = Date.now()
  const effect = kind === 'speaker' ? await silence(target, label) : await endAll(target, kind, label)
  const { [kind]: after } = await listDevices(target.page)
  const others = before.filter((other) => other !== label)
  if (String(after) !== String(others)) throw new FaultNotInjected(`${label} alone to leave the list`, after)
  await tellPage(target)
  const undo = () => bringOneBack(target, kind, { label })
  const evidence = { listed: { before, after }, ...effect }
  return injected({ means: 'patched', why: whyOf(kind), at, evidence, undo })
}

/** Ends what one device captures. */
async function endAll(target: DeviceTarget, kind: DeviceKind, label: string): Promise<{ ended: string[] }> {
  const tracks = await CaptureTracks.find(target.page, kind, label)
  await target.patch.apply(patchOf(kind, label))
  await tracks.end()
  return { ended: await endOf(tracks) }
}

/** Lets nothing play through a speaker any more. */
async function silence(target: DeviceTarget, label: string): Promise<{ attempt: string }> {
  const id = await speakerID(target.page, label)
  await target.patch.apply(patchOf('speaker', label))
  const attempt = await attemptToPlayThrough(target.page, id)
  if (attempt === 'NotFoundError') return { attempt }
  throw new FaultNotInjected(`playing through ${label} to end as NotFoundError`, attempt)
}

/** Brings one device back that was taken away. */
export async function bringOneBack(
  target: DeviceTarget,
  kind: PulledKind,
  one: OneDevice,
): Promise<Injection> {
  if (kind !== 'speaker') checkKind(kind)
  const label = labelOf(one)
  if (isFile(target, kind, label) && !target.stage.camera.plugged) return bringBack(target, 'camera')
  const at = Date.now()
  const made = { means: 'patched', why: whyOf(kind), at, preparation: true } as const
  if (target.page.isClosed()) return injected({ ...made, evidence: { listed: [] } })
  await target.patch.undo(patchOf(kind, label))
  const { [kind]: listed } = await listDevices(target.page)
  if (!listed.includes(label)) throw new TypeError(unknown(kind, label, listed))
  await tellPage(target)
  return injected({ ...made, evidence: { listed } })
}

/** Whether it is the one device that can really go. */
const isFile = ({ stage }: DeviceTarget, kind: PulledKind, label: string) =>
  kind === 'camera' && label === stage.camera.path

function labelOf(one: OneDevice): string {
  demandFields('One device', one, ['label'])
  demandText('label', one.label)
  return one.label
}

const unknown = (kind: PulledKind, label: string, listed: readonly string[]) =>
  `There is no ${kind} named ${JSON.stringify(label)}. There is: ${listed.map((each) => JSON.stringify(each)).join(', ') || 'none'}.`
