import type { Engine } from '../engine.ts'
import { exclusive } from '../exclusive.ts'
import { eventFailure, type Failure } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import type { Publication } from '../publish/publication.ts'
import { isUnderWay } from '../publish/stream-phase.ts'
import { type Circumstances, reactionTo } from '../reactions.ts'
import type { Capture, DeviceKind } from './capture.ts'
import type { Devices } from './devices.ts'
import { onAllowed, permissionOf } from './permission.ts'

/** Looks after a camera and a microphone in use: tells what is wrong with them and brings them back. */
export interface DeviceCare {
  /** Reports a failure of `kind`, or of both without one, together with what the browser's permissions say. */
  trouble(
    kind: DeviceKind | undefined,
    headline: string,
    failure: Failure,
    retry: () => unknown,
  ): Promise<void>
  /** Takes the device with this ID into use. */
  use(kind: DeviceKind, deviceID: string): Promise<void>
  /** Opens again whatever was lost. */
  restoreAll(): Promise<void>
}

export interface DeviceCareNeeds {
  readonly engine: Pick<Engine, 'on'>
  readonly capture: Capture
  readonly devices: Devices
  readonly publication: Publication
  readonly problems: Problems
}

interface DeviceTrouble {
  readonly kind: DeviceKind | undefined
  readonly headline: string
  readonly failure: Failure
  readonly retry: () => unknown
  readonly permission: Circumstances['permission']
}

export function createDeviceCare({
  engine,
  capture,
  devices,
  publication,
  problems,
}: DeviceCareNeeds): DeviceCare {
  const trouble: DeviceCare['trouble'] = async (kind, headline, failure, retry) =>
    report({ kind, headline, failure, retry, permission: await permissionOf(kind) })

  function report({ kind, headline, failure, retry, permission }: DeviceTrouble): void {
    problems.report({
      about: kind ?? 'camera',
      headline,
      failure,
      circumstances: { ...(kind && { device: kind }), ...(permission && { permission }) },
      recovery: { retry },
    })
  }

  async function use(kind: DeviceKind, deviceID: string): Promise<void> {
    const failure = await capture.switchTo(kind, deviceID)
    if (!failure) return problems.clear(kind)
    await trouble(kind, `Your ${kind} could not be opened`, failure, () => use(kind, deviceID))
  }

  /** Opens a lost device again: that one, else the chosen one where it is there, else the first one that is. */
  async function restore(kind: DeviceKind, id?: string): Promise<void> {
    if (!capture.state.get().lost.includes(kind)) return
    await devices.refresh()
    const { available, chosen } = devices.state.get()
    const device = available[kind].find((each) => each.id === chosen[kind]) ?? available[kind][0]
    await use(kind, id ?? device?.id ?? '')
  }

  /** Several things may tell at once that a device is there again: it is opened once. */
  const restoring = { camera: exclusive(restore), microphone: exclusive(restore) }

  const restoreAll = exclusive(async () => {
    for (const kind of capture.state.get().lost) await restoring[kind](kind)
  })

  /** The SDK watches devices only while they are sent; in a mere preview the ended track itself must do. */
  async function lostInPreview(kind: DeviceKind): Promise<void> {
    const permission = await permissionOf(kind)
    // It may be back by now, or nobody's any more.
    if (!capture.state.get().lost.includes(kind)) return
    problems.report({
      about: kind,
      headline: `Your ${kind} is gone`,
      failure: { origin: 'browser', detail: 'the browser ended the track' },
      reaction: reactionTo(kind === 'camera' ? 1106010 : 1106009, {
        device: kind,
        ...(permission && { permission }),
      }),
      recovery: { retry: restoreAll },
    })
  }

  let known: readonly DeviceKind[] = []
  capture.state.watch(({ lost }) => {
    const fresh = lost.filter((kind) => !known.includes(kind))
    known = lost
    if (!isUnderWay(publication.state.get().phase)) for (const kind of fresh) void lostInPreview(kind)
  })
  engine.on('deviceError', async (code, deviceName) => {
    const kind = kindOfCode(code) ?? devices.kindOf(deviceName)
    const permission = await permissionOf(kind)
    const denied = permission === 'denied'
    const about = kind ?? 'camera'
    const known = problems.open.get().find((problem) => problem.about === about)?.codes[0]
    // That it is not allowed any more says more than whatever the SDK notices afterwards.
    if (known !== undefined && (denied || saysMore(known, code))) return problems.annotate(about, code)
    const headline = kind ? `Your ${kind} is not sending` : 'A device is not sending'
    report({ kind, headline, failure: eventFailure(code, deviceName), retry: restoreAll, permission })
  })
  devices.onAdded((kind, id) => {
    // Without a permission devices come and go under empty IDs: none of them can be opened.
    if (id) void restoring[kind](kind, id)
  })
  // A browser that takes one of them back ends the other one too: all that was lost is tried.
  void onAllowed(() => void restoreAll())

  return { trouble, use, restoreAll }
}

/** From what says least to what says most: it stopped, it came loose, it was unplugged. They may be told in any order. */
const clearer = [[1106009, 1106010], [1106007, 1106008], [1006006]]

const saysMore = (known: number, code: number) => rank(known) > rank(code)
const rank = (code: number) => clearer.findIndex((codes) => codes.includes(code))

/** 1006006 says only the name of the device; the others say what it is. */
function kindOfCode(code: number): DeviceKind | undefined {
  if (code === 1106007 || code === 1106009) return 'microphone'
  if (code === 1106008 || code === 1106010) return 'camera'
  return undefined
}
