import { CaptureTracks } from '../in-page/capture-tracks.ts'
import { FaultNotInjected, type Injection, injected } from '../kit/receipt.ts'
import { checkKind, type DeviceKind, type DeviceTarget, liveTracks } from './kind.ts'

const why =
  'Chromium mutes a track when the system gives it nothing, which its fake devices never do, so the tracks are disabled behind ' +
  'the back of the page, and told that they are muted.'

/** The system lets the browser have nothing of a device that is captured. */
export async function mute(target: DeviceTarget, kind: DeviceKind): Promise<Injection> {
  checkKind(kind)
  const tracks = await liveTracks(target, kind, { needed: true })
  const at = Date.now()
  await tracks.mute()
  const states = await tracks.states()
  await tracks.release()
  if (!states.every(({ muted, enabled }) => muted && !enabled))
    throw new FaultNotInjected('every live track to be muted', states)
  const undo = () => unmute(target, kind)
  return injected({ means: 'patched', why, at, evidence: { muted: states.map(({ label }) => label) }, undo })
}

/** Lets the browser have it again. */
export async function unmute({ page }: DeviceTarget, kind: DeviceKind): Promise<void> {
  if (page.isClosed()) return
  const tracks = await CaptureTracks.find(page, kind)
  await tracks.unmute()
  await tracks.release()
}
