import type { CaptureTracks } from '../in-page/capture-tracks.ts'
import { othersOf } from '../kit/people.ts'
import type { Means } from '../kit/receipt.ts'
import { browserOf, type FaultTarget } from '../kit/target.ts'
import { signalService } from './capture-process.ts'
import { type DeviceKind, serviceOf } from './kind.ts'

/** Whether nobody else has a page in this browser, whose devices and processes are the same for all. */
export async function isAlone({ page }: FaultTarget): Promise<boolean> {
  return (await othersOf(page, 'browser')).length === 0
}

/**
 * Ends what is captured: by the end of the process that captures, or, where others capture through it too, track by track.
 *
 * @returns how
 */
export async function endSource(
  target: FaultTarget,
  kind: DeviceKind,
  tracks: CaptureTracks,
): Promise<Means> {
  if (await isAlone(target)) {
    await signalService(browserOf(target), serviceOf[kind], 'SIGKILL')
    return 'real'
  }
  await tracks.end()
  return 'patched'
}
