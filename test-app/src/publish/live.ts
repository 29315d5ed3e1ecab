import type { Capture, DeviceKind } from '../device/capture.ts'
import type { DeviceCare } from '../device/device-care.ts'
import type { Devices } from '../device/devices.ts'
import { notePermissions } from '../device/permission.ts'
import type { Problems } from '../problem/problem.ts'
import type { Publication } from './publication.ts'

/** What the person does with camera and microphone. */
export interface Live {
  preview(): Promise<void>
  stopPreview(): void
  /** Opens the devices anew, and goes live again where it was. */
  reopen(): Promise<void>
  goLive(): Promise<void>
  endLive(): void
  choose(kind: DeviceKind, id: string): Promise<void>
  mute(kind: DeviceKind, muted: boolean): Promise<void>
}

export interface LiveNeeds {
  readonly capture: Capture
  readonly care: DeviceCare
  readonly devices: Devices
  readonly publication: Publication
  readonly problems: Problems
  readonly userID: () => string
}

const kinds = ['camera', 'microphone'] as const

export function createLive({ capture, care, devices, publication, problems, userID }: LiveNeeds): Live {
  let ends = 0

  const preview: Live['preview'] = () => open(preview)

  async function goLive(): Promise<void> {
    const before = ends
    await care.restoreAll()
    await open(goLive)
    const { media } = capture.state.get()
    // Whoever has left since, and perhaps come again, has not asked to be live.
    if (media && before === ends) await publication.start(media, userID())
  }

  /** Opens the devices; `retry` is what the person wanted them for. */
  async function open(retry: () => unknown): Promise<void> {
    if (capture.state.get().media) return
    const { chosen } = devices.state.get()
    const failure = await capture.start(chosen)
    if (failure) {
      return care.trouble(wanted(), 'Your camera and microphone could not be opened', failure, retry)
    }
    if (!capture.state.get().media) return
    problems.clear('camera', 'microphone')
    await Promise.all([devices.refresh(), notePermissions()])
    // Another one may have been chosen while the browser was asking.
    for (const kind of kinds) if (devices.state.get().chosen[kind] !== chosen[kind]) await use(kind)
  }

  /** Takes the chosen device; the browser's own choice is the first one that it lists. */
  async function use(kind: DeviceKind): Promise<void> {
    const { available, chosen } = devices.state.get()
    if (!capture.state.get().media || chosen[kind] === 'none') return
    await care.use(kind, chosen[kind] || (available[kind][0]?.id ?? ''))
  }

  /** The one device that is asked for, or `undefined` for both. */
  function wanted(): DeviceKind | undefined {
    const { camera, microphone } = devices.state.get().chosen
    if (camera === 'none') return 'microphone'
    return microphone === 'none' ? 'camera' : undefined
  }

  async function mute(kind: DeviceKind, muted: boolean): Promise<void> {
    const failure = await capture.mute(kind, muted)
    const headline = `Your ${kind} could not be switched`
    if (failure) await care.trouble(kind, headline, failure, () => mute(kind, muted))
  }

  function endLive(): void {
    ends++
    publication.stop()
  }

  function stopPreview(): void {
    endLive()
    capture.stop()
    problems.clear('camera', 'microphone')
  }

  return {
    preview,
    goLive,
    mute,
    endLive,
    stopPreview,
    async reopen() {
      const wasLive = publication.state.get().phase !== 'idle'
      const { muted } = capture.state.get()
      stopPreview()
      await open(wasLive ? goLive : preview)
      // Nobody is seen or heard again who did not want to be.
      for (const kind of kinds) if (muted[kind]) await mute(kind, true)
      if (wasLive && capture.state.get().media) await goLive()
    },
    async choose(kind, id) {
      devices.choose(kind, id)
      await use(kind)
    },
  }
}
