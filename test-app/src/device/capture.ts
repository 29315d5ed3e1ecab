import type { Engine } from '../engine.ts'
import { attempt, type Failure } from '../problem/failure.ts'
import { createStore, type Store } from '../store.ts'

export type DeviceKind = 'camera' | 'microphone'

/** The choice of a device: its ID, `''` for the browser's own choice, `'none'` to go without. */
export type Choice = Readonly<Record<DeviceKind, string>>

export interface CaptureState {
  readonly media?: MediaStream
  readonly muted: Readonly<Record<DeviceKind, boolean>>
  /** Devices whose track has ended without anybody here asking for it. */
  readonly lost: readonly DeviceKind[]
  /** Devices of which the system gives nothing, such as by the switch of a headset. */
  readonly silenced: readonly DeviceKind[]
  /** Set while the browser has not answered: it may be asking the person, or waiting for a device. */
  readonly asking?: 'now' | 'for long'
}

/** Camera and microphone of this page. */
export interface Capture {
  readonly state: Store<CaptureState>
  /** Opens the devices, or answers why that failed; already open is fine. */
  start(choice: Choice): Promise<Failure | undefined>
  stop(): void
  /** Takes another device, or the same one again when it was lost. */
  switchTo(kind: DeviceKind, deviceID: string): Promise<Failure | undefined>
  mute(kind: DeviceKind, muted: boolean): Promise<Failure | undefined>
}

type CaptureEngine = Pick<
  Engine,
  | 'createStream'
  | 'destroyStream'
  | 'useVideoDevice'
  | 'useAudioDevice'
  | 'mutePublishStreamVideo'
  | 'mutePublishStreamAudio'
>

const switching = { camera: 'useVideoDevice', microphone: 'useAudioDevice' } as const

/** Who reads the browser's question takes some seconds to answer it. */
const longAfterMs = 10_000

const off: CaptureState = { muted: { camera: false, microphone: false }, lost: [], silenced: [] }

/** @param camera what this project wants of the camera, such as the size of its picture */
export function createCapture(engine: CaptureEngine, camera: object = {}): Capture {
  const state = createStore<CaptureState>(off)
  let stops = 0
  /** What the browser is asked at the moment: whoever else wants the devices meanwhile waits for the same answer. */
  let opening: { readonly before: number; readonly end: Promise<Failure | undefined> } | undefined

  /** Only tracks that end by themselves say so: those that the SDK or we stop do not fire `ended`. */
  function watchTracks(media: MediaStream): void {
    for (const track of media.getTracks()) {
      const kind = kindOf(track)
      const listen = (event: 'ended' | 'mute' | 'unmute', note: () => void) =>
        track.addEventListener(event, () => {
          if (media === state.get().media && media.getTracks().includes(track)) note()
        })
      listen('ended', () => state.patch({ lost: including(state.get().lost, kind) }))
      listen('mute', () => state.patch({ silenced: including(state.get().silenced, kind) }))
      listen('unmute', () => state.patch({ silenced: without(state.get().silenced, kind) }))
    }
  }

  async function open(choice: Choice): Promise<Failure | undefined> {
    const before = stops
    state.patch({ asking: 'now' })
    const long = setTimeout(() => {
      if (before === stops) state.patch({ asking: 'for long' })
    }, longAfterMs)
    const outcome = await attempt(() =>
      engine.createStream({ camera: { ...camera, ...cameraOptions(choice) } }),
    )
    clearTimeout(long)
    // Nobody wants it any more: a camera must not stay on for that, and why it failed is nobody's concern.
    if (before !== stops) return void (outcome.ok && engine.destroyStream(outcome.value))
    state.patch({ asking: undefined })
    if (!outcome.ok) return outcome.failure
    watchTracks(outcome.value)
    state.set({ ...off, media: outcome.value })
    return undefined
  }

  return {
    state,
    async start(choice) {
      if (state.get().media) return undefined
      if (opening?.before !== stops) opening = { before: stops, end: open(choice) }
      const mine = opening
      const failure = await mine.end
      if (opening === mine) opening = undefined
      return failure
    },
    stop() {
      stops++
      const { media } = state.get()
      if (media) engine.destroyStream(media)
      state.set(off)
    },
    async switchTo(kind, deviceID) {
      const { media } = state.get()
      if (!media) return undefined
      const outcome = await attempt(() => engine[switching[kind]](media, deviceID))
      if (!outcome.ok) return outcome.failure
      watchTracks(media)
      const { lost, silenced } = state.get()
      state.patch({ lost: without(lost, kind), silenced: without(silenced, kind) })
      return undefined
    },
    async mute(kind, muted) {
      const { media } = state.get()
      if (!media) return undefined
      const outcome = await attempt(() =>
        kind === 'camera'
          ? engine.mutePublishStreamVideo(media, muted)
          : engine.mutePublishStreamAudio(media, muted),
      )
      if (!outcome.ok) return outcome.failure
      state.patch({ muted: { ...state.get().muted, [kind]: muted } })
      return undefined
    },
  }
}

function cameraOptions({ camera, microphone }: Choice) {
  return {
    video: camera !== 'none',
    audio: microphone !== 'none',
    ...(camera && camera !== 'none' && { videoInput: camera }),
    ...(microphone && microphone !== 'none' && { audioInput: microphone }),
  }
}

const including = (kinds: readonly DeviceKind[], kind: DeviceKind) => [...new Set([...kinds, kind])]

const without = (kinds: readonly DeviceKind[], kind: DeviceKind) => kinds.filter((each) => each !== kind)

function kindOf(track: MediaStreamTrack): DeviceKind {
  return track.kind === 'video' ? 'camera' : 'microphone'
}
