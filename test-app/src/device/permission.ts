import type { Circumstances } from '../reactions.ts'
import type { DeviceKind } from './capture.ts'

/** Devices this page was allowed to use at some time. */
const allowed = new Set<DeviceKind>()

/** Remembers what the browser allows now: called when a capture has just worked. */
export async function notePermissions(): Promise<void> {
  for (const kind of ['camera', 'microphone'] as const) {
    if ((await permissionState(kind)) === 'granted') allowed.add(kind)
  }
}

/**
 * Whether the browser lets this page use the device (without a kind: both), if it knows. Denied it is also when it was taken
 * back, which leads to "ask again" as often as to "denied".
 */
export async function permissionOf(kind: DeviceKind | undefined): Promise<Circumstances['permission']> {
  const kinds = kind ? [kind] : (['camera', 'microphone'] as const)
  const states = await Promise.all(
    kinds.map(async (each) => {
      const state = await permissionState(each)
      return state === 'prompt' && allowed.has(each) ? 'denied' : state
    }),
  )
  if (states.includes('denied')) return 'denied'
  return states.every((state) => state === 'granted') ? 'granted' : undefined
}

/** Calls `listener` whenever the person allows a device, be it for the first time or again. */
export async function onAllowed(listener: () => void): Promise<void> {
  for (const kind of ['camera', 'microphone'] as const) {
    const status = await permission(kind)
    status?.addEventListener('change', () => status.state === 'granted' && listener())
  }
}

/** Browsers that do not know the question (or have no such interface) have not denied anything. */
async function permission(name: DeviceKind): Promise<PermissionStatus | undefined> {
  try {
    return await navigator.permissions.query({ name })
  } catch {
    return undefined
  }
}

const permissionState = async (name: DeviceKind) => (await permission(name))?.state
