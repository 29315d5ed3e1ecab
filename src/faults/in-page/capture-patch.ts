/** What the page is made to believe about its devices where Chromium's fake ones cannot really be in that state. */
export type DevicePatch = 'camera-gone' | 'microphones-gone' | 'enumeration-fails' | OneGone | Refused

/** One device of several, by the kind that the page lists it as and its label. */
export type OneGone = `${MediaDeviceKind} gone: ${string}`

/** Devices that are listed and cannot be opened, by the error that a page gets: its name, and what it says. */
export type Refused = `${'video' | 'audio'} refused: ${string}: ${string}`

/** Why one of several devices has to be hidden by a patch, for the receipt. */
export const whyOneGone = {
  input:
    "Chromium's fake devices cannot leave its list one by one, so the list and getUserMedia of this page are patched, and the " +
    'tracks from that device are stopped and told that they ended.',
  output:
    "Chromium's fake speakers cannot leave its list, so the list and setSinkId of this page are patched. What already plays " +
    'through that speaker goes on unheard in a real browser too, without an event.',
}

/** Why a device that is listed has to be refused by a patch, for the receipt. */
export const whyRefused =
  'No launch flag makes a listed device fail to open in this way, so getUserMedia is patched for it.'

/** Why each of the others has to be a patch, for the receipt. */
export const why: Record<Exclude<DevicePatch, OneGone | Refused>, string> = {
  'microphones-gone':
    "Chromium's fake microphones cannot leave its list of devices, so the list and getUserMedia are patched. " +
    'Tracks that were live end for real, as the process that records is killed; where other people have pages in the browser, ' +
    'they are stopped and told that they ended.',
  'camera-gone':
    'The camera is that of the whole browser, in which other people have pages too. So that they keep it, the list and ' +
    'getUserMedia of this page are patched, and its tracks are stopped and told that they ended.',
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
  const isThere = ({ kind, label }: MediaDeviceInfo) =>
    !(kind === 'audioinput' && active.has('microphones-gone')) &&
    !(kind === 'videoinput' && active.has('camera-gone')) &&
    !active.has(`${kind} gone: ${label}`)
  /** Whether one device of several of a kind is gone. */
  const lacks = (kind: MediaDeviceKind) => [...active].some((patch) => patch.startsWith(`${kind} gone: `))
  devices.enumerateDevices = async () => {
    if (active.has('enumeration-fails')) throw new DOMException('Invalid state', 'InvalidStateError')
    return (await enumerateDevices.call(devices)).filter(isThere)
  }
  /** What is asked for of a kind, where one of its devices is gone: another one instead, unless no other will do. */
  const among = async (kind: MediaDeviceKind, asked: boolean | MediaTrackConstraints | undefined) => {
    if (!asked || !lacks(kind)) return asked
    const all = (await enumerateDevices.call(devices)).filter((device) => device.kind === kind)
    const ids = all.filter(isThere).map(({ deviceId }) => deviceId)
    const [first] = ids
    if (first === undefined) throw new DOMException('Requested device not found', 'NotFoundError')
    const { deviceId, ...others } = asked === true ? {} : asked
    const { exact, ideal } =
      typeof deviceId === 'object' && !Array.isArray(deviceId) ? deviceId : { ideal: deviceId }
    const wanted = [exact ?? []].flat()
    // What never was there is refused by the browser itself.
    if (
      wanted.length > 0 &&
      wanted.every((id) => !ids.includes(id) && all.some((each) => each.deviceId === id))
    )
      throw new OverconstrainedError('deviceId')
    if (wanted.length > 0) return asked
    return { ...others, deviceId: { exact: [ideal ?? []].flat().find((id) => ids.includes(id)) ?? first } }
  }
  devices.getUserMedia = async (constraints) => {
    const isGone =
      (constraints?.audio && active.has('microphones-gone')) ||
      (constraints?.video && active.has('camera-gone'))
    if (isGone) throw new DOMException('Requested device not found', 'NotFoundError')
    for (const patch of active) {
      const [, kind, name, message] = patch.match(/^(video|audio) refused: (\w+): (.*)$/) ?? []
      if (constraints?.[kind as 'video' | 'audio']) throw new DOMException(message, name)
    }
    const video = await among('videoinput', constraints?.video)
    const audio = await among('audioinput', constraints?.audio)
    return getUserMedia.call(devices, constraints && { ...constraints, video, audio })
  }
  const canPlayElsewhere: { setSinkId?: (id: string) => Promise<void> }[] = [
    HTMLMediaElement.prototype,
    AudioContext.prototype as AudioContext & { setSinkId?(id: string): Promise<void> },
  ]
  for (const player of canPlayElsewhere) {
    const { setSinkId } = player
    if (!setSinkId) continue
    player.setSinkId = async function (id) {
      const all = lacks('audiooutput') ? await enumerateDevices.call(devices) : []
      const speaker = all.find(({ kind, deviceId }) => kind === 'audiooutput' && deviceId === id)
      if (speaker && !isThere(speaker)) throw new DOMException('Requested device not found', 'NotFoundError')
      return setSinkId.call(this, id)
    }
  }
}

/** Runs in the page. Whoever takes a device's patch back sends `devicechange`, as Chromium does after a real change. */
export function unpatchDevices(patch: DevicePatch): void {
  const devices = navigator.mediaDevices as (MediaDevices & Record<symbol, Set<string>>) | undefined
  devices?.[Symbol.for('zego-fault-harness.devices')]?.delete(patch)
}
