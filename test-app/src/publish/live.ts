import type { Capture, DeviceKind } from '../device/capture.ts'
import type { DeviceCare } from '../device/device-care.ts'
import type { Devices } from '../device/devices.ts'
import { notePermissions } from '../device/permission.ts'
import { exclusive } from '../exclusive.ts'
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

export function createLive({ capture, care, devices, publication, problems, userID }: LiveNeeds): Live {
  const preview: Live['preview'] = exclusive(() => open(preview))

  const goLive: Live['goLive'] = exclusive(async () => {
    await care.restoreAll()
    await open(goLive)
    const { media } = capture.state.get()
    if (media) await publication.start(media, userID())
  })

  /** Opens the devices; `retry` is what the person wanted them for. */
  async function open(retry: () => unknown): Promise<void> {
    if (capture.state.get().media) return
    const failure = await capture.start(devices.state.get().chosen)
    if (failure) {
      return care.trouble(wanted(), 'Your camera and microphone could not be opened', failure, retry)
    }
    problems.clear('camera', 'microphone')
    await Promise.all([devices.refresh(), notePermissions()])
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

  function stopPreview(): void {
    publication.stop()
    capture.stop()
    problems.clear('camera', 'microphone')
  }

  return {
    preview,
    goLive,
    mute,
    endLive: () => publication.stop(),
    stopPreview,
    async reopen() {
      const wasLive = publication.state.get().phase !== 'idle'
      stopPreview()
      await (wasLive ? goLive() : preview())
    },
    async choose(kind, id) {
      devices.choose(kind, id)
      if (capture.state.get().media && id !== 'none') await care.use(kind, id)
    },
  }
}
