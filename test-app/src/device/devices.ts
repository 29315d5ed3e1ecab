import type { Engine } from '../engine.ts'
import { attempt } from '../problem/failure.ts'
import type { Problems } from '../problem/problem.ts'
import { createStore, type Store } from '../store.ts'
import type { Choice, DeviceKind } from './capture.ts'

export interface Device {
  readonly id: string
  readonly name: string
}

export interface DevicesState {
  readonly available: Readonly<Record<DeviceKind, readonly Device[]>>
  readonly speakers: readonly Device[]
  readonly chosen: Choice
}

/** Which cameras, microphones and speakers there are, and which of them the person is captured by. */
export interface Devices {
  readonly state: Store<DevicesState>
  choose(kind: DeviceKind, id: string): void
  /** Reads the list again; names appear once the person has allowed the devices. */
  refresh(): Promise<void>
  /** Calls `listener` when a device of that kind was plugged in. */
  onAdded(listener: (kind: DeviceKind, id: string) => void): void
  /** The kind of the device the SDK calls `name`, also of one that has just gone; `undefined` when it is unknown. */
  kindOf(name: string): DeviceKind | undefined
}

/** Where the choice is kept until the person comes again. */
const MEMORY = 'devices'

export function createDevices(
  engine: Pick<Engine, 'on' | 'enumDevices'>,
  problems: Problems,
  memory: Pick<Storage, 'getItem' | 'setItem'>,
): Devices {
  const state = createStore<DevicesState>({
    available: { camera: [], microphone: [] },
    speakers: [],
    chosen: { camera: '', microphone: '', ...JSON.parse(memory.getItem(MEMORY) ?? '{}') },
  })
  const added = new Set<(kind: DeviceKind, id: string) => void>()
  const kinds = new Map<string, DeviceKind>()

  async function refresh(): Promise<void> {
    const outcome = await attempt(() => engine.enumDevices())
    if (!outcome.ok) {
      const { failure } = outcome
      const headline = 'Your cameras and microphones cannot be listed'
      const retry = () => {
        problems.clear('camera')
        return refresh()
      }
      return problems.report({ about: 'camera', headline, failure, recovery: { retry } })
    }
    const named = (kind: DeviceKind, list: readonly { deviceID: string; deviceName: string }[]) =>
      list.map(({ deviceID, deviceName }, index) => {
        kinds.set(deviceName, kind)
        return {
          id: deviceID,
          name: deviceName || `${kind === 'camera' ? 'Camera' : 'Microphone'} ${index + 1}`,
        }
      })
    const { cameras, microphones, speakers } = outcome.value
    state.patch({
      available: { camera: named('camera', cameras), microphone: named('microphone', microphones) },
      speakers: speakers.map(({ deviceID, deviceName }) => ({ id: deviceID, name: deviceName })),
    })
  }

  async function changed(kind: DeviceKind, update: 'ADD' | 'DELETE', id: string): Promise<void> {
    await refresh()
    if (update === 'ADD') for (const listener of added) listener(kind, id)
  }

  engine.on('videoDeviceStateChanged', (update, { deviceID }) => void changed('camera', update, deviceID))
  engine.on('audioDeviceStateChanged', (update, direction, { deviceID }) => {
    void (direction === 'Input' ? changed('microphone', update, deviceID) : refresh())
  })

  return {
    state,
    refresh,
    choose(kind, id) {
      const chosen = { ...state.get().chosen, [kind]: id }
      memory.setItem(MEMORY, JSON.stringify(chosen))
      state.patch({ chosen })
    },
    onAdded: (listener) => added.add(listener),
    kindOf: (name) => kinds.get(name),
  }
}
