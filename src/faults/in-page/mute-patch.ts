import { type Captures, capturesKey } from './record-captures.ts'

/** A device that the system mutes: the kind of its tracks, and its label as the page lists it. */
export interface MutedDevice {
  readonly kind: 'audio' | 'video'
  readonly label: string
}

/** The argument of the scripts below: which device, and where a document has its captures. */
export const mutedDevice = (device: MutedDevice): string => JSON.stringify({ ...device, key: capturesKey })

// These run in the page, alone.

/** Mutes what comes from a device: the tracks that there are, and those that are captured or cloned while it lasts. */
export function muteDevice(argument: string): void {
  const { kind, label, key } = JSON.parse(argument) as MutedDevice & { key: string }
  const world = globalThis as unknown as Record<symbol, Captures | Set<string> | undefined>
  const captures = world[Symbol.for(key)] as Captures | undefined
  if (!captures) return // a document in which nothing can be captured
  const labels = Symbol.for('zego-fault-harness.muted')
  const isFirst = !world[labels]
  const muted = (world[labels] ?? new Set<string>()) as Set<string>
  world[labels] = muted
  muted.add(`${kind}: ${label}`)
  const isMuted = (track: MediaStreamTrack) =>
    muted.has(`${track.kind}: ${track.label}`) && track.getSettings().groupId !== undefined
  const all = () => [...captures].flatMap((each) => each.deref() ?? [])
  const mute = (track: MediaStreamTrack) => {
    if (track.readyState !== 'live' || Object.hasOwn(track, 'muted') || !isMuted(track)) return false
    // As the page has it: what it sets meanwhile counts afterwards. A clone is disabled as its muted original really is.
    const originals = all().filter((each) => Object.hasOwn(each, 'muted') && each.label === track.label)
    let enabled = track.enabled || originals.some((each) => each.enabled)
    track.enabled = false // which makes the browser send silence, or black pictures
    Object.defineProperties(track, {
      muted: { configurable: true, value: true },
      enabled: {
        configurable: true,
        get: () => enabled,
        set(wanted: boolean) {
          enabled = wanted
        },
      },
    })
    return true
  }
  for (const track of all()) if (mute(track)) track.dispatchEvent(new Event('mute'))
  if (isFirst) captures.onTrack = mute
}

/** Lets the device be heard or seen again. */
export function unmuteDevice(argument: string): void {
  const { kind, label, key } = JSON.parse(argument) as MutedDevice & { key: string }
  const world = globalThis as unknown as Record<symbol, Captures | Set<string> | undefined>
  const captures = (world[Symbol.for(key)] ?? []) as Captures
  const muted = world[Symbol.for('zego-fault-harness.muted')] as Set<string> | undefined
  muted?.delete(`${kind}: ${label}`)
  for (const each of captures) {
    const track = each.deref()
    if (track?.kind !== kind || track.label !== label || !Object.hasOwn(track, 'muted')) continue
    const { enabled } = track
    Reflect.deleteProperty(track, 'muted')
    Reflect.deleteProperty(track, 'enabled')
    track.enabled = enabled
    track.dispatchEvent(new Event('unmute'))
  }
}
