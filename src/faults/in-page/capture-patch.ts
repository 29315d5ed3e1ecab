/** What the page is made to believe about its devices where Chromium's fake ones cannot really be in that state. */
export type DevicePatch = 'camera-gone' | 'microphones-gone' | 'camera-busy' | 'enumeration-fails'

/** Why each of them has to be a patch, for the receipt. */
export const why: Record<DevicePatch, string> = {
  'microphones-gone':
    "Chromium's fake microphones cannot leave its list of devices, so the list and getUserMedia are patched. " +
    'Tracks that were live end for real, as the process that records is killed; where other people have pages in the browser, ' +
    'they are stopped and told that they ended.',
  'camera-gone':
    'The camera is that of the whole browser, in which other people have pages too. So that they keep it, the list and ' +
    'getUserMedia of this page are patched, and its tracks are stopped and told that they ended.',
  'camera-busy': 'No launch flag makes a listed camera fail to open, so getUserMedia is patched for video.',
  'enumeration-fails':
    'Chromium lists its devices to every page that is still open, so enumerateDevices is patched.',
}

/**
 * Runs in the page. The functions that are put in place ask a set which patches hold, so that taking one back leaves
 * whatever else was wrapped around them (the SDK's WebRTC adapter does so) as it is.
 */
export function patchDevices(patch: DevicePatch): void {
  const devices = navigator.mediaDevices as (MediaDevices & Record<symbol, Set<string>>) | undefined
  const key = Symbol.for('zego-fault-harness.devices')
  if (!devices) return // an insecure document has none
  if (devices[key]) {
    devices[key].add(patch)
    return
  }
  const active = new Set<string>([patch])
  devices[key] = active
  const { enumerateDevices, getUserMedia } = devices
  devices.enumerateDevices = async () => {
    if (active.has('enumeration-fails')) throw new DOMException('Invalid state', 'InvalidStateError')
    const all = await enumerateDevices.call(devices)
    const gone = new Set<MediaDeviceKind>()
    if (active.has('microphones-gone')) gone.add('audioinput')
    if (active.has('camera-gone')) gone.add('videoinput')
    return all.filter(({ kind }) => !gone.has(kind))
  }
  devices.getUserMedia = async (constraints) => {
    const isGone =
      (constraints?.audio && active.has('microphones-gone')) ||
      (constraints?.video && active.has('camera-gone'))
    if (isGone) throw new DOMException('Requested device not found', 'NotFoundError')
    if (constraints?.video && active.has('camera-busy'))
      throw new DOMException('Could not start video source', 'NotReadableError')
    return getUserMedia.call(devices, constraints)
  }
}

/** Runs in the page. Whoever takes a device's patch back sends `devicechange`, as Chromium does after a real change. */
export function unpatchDevices(patch: DevicePatch): void {
  const devices = navigator.mediaDevices as (MediaDevices & Record<symbol, Set<string>>) | undefined
  devices?.[Symbol.for('zego-fault-harness.devices')]?.delete(patch)
}
