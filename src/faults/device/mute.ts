import { mutedDevice } from '../in-page/mute-patch.ts'
import { FaultNotInjected, type Injection, injected } from '../kit/receipt.ts'
import { checkKind, type DeviceKind, type DeviceTarget, liveTracks, mediaOf } from './kind.ts'

const why =
  'Chromium mutes a track when the system gives it nothing, which its fake devices never do, so the tracks are disabled behind ' +
  'the back of the page, and told that they are muted.'

/** The system lets the browser have nothing of the devices of a kind that are captured, whoever captures them anew, too. */
export async function mute(target: DeviceTarget, kind: DeviceKind): Promise<Injection> {
  checkKind(kind)
  const tracks = await liveTracks(target, kind, { needed: true })
  const labels = new Set((await tracks.states()).map(({ label }) => label))
  const devices = [...labels].map((label) => mutedDevice({ kind: mediaOf[kind], label }))
  const at = Date.now()
  await Promise.all(devices.map((device) => target.mutes.apply(device)))
  const states = await tracks.states()
  await tracks.release()
  const undo = () => Promise.all(devices.map((device) => target.mutes.undo(device)))
  if (!states.every(({ muted, enabled }) => muted && !enabled)) {
    await undo()
    throw new FaultNotInjected('every live track to be muted', states)
  }
  return injected({ means: 'patched', why, at, evidence: { muted: states.map(({ label }) => label) }, undo })
}
