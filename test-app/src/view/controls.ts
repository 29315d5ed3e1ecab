import type { DeviceKind } from '../device/capture.ts'
import { isUnderWay } from '../publish/stream-phase.ts'
import { isIn } from '../room/room-state.ts'
import type { Session } from '../session.ts'
import { createButton } from './elements/button.ts'

/** Switches between "Go live" and "End live". */
export function liveButton({ publication, live, room }: Session): HTMLElement {
  const isLive = () => isUnderWay(publication.state.get().phase)
  const button = createButton(() => (isLive() ? live.endLive() : live.goLive()), {
    label: 'Go live',
    icon: 'live',
  })
  publication.state.watch(() =>
    button.update(isLive() ? { label: 'End live', look: 'danger' } : { label: 'Go live', look: 'main' }),
  )
  room.state.watch(({ phase }) => button.update({ disabled: !isIn(phase) }))
  return button.element
}

/** Switches between "Start preview" and "Stop preview"; gone while live, when the picture is needed. */
export function previewButton({ publication, capture, live }: Session): HTMLElement {
  const toggle = () => (capture.state.get().media ? live.stopPreview() : live.preview())
  const button = createButton(toggle, { label: 'Start preview', icon: 'camera' })
  capture.state.watch(({ media }) => button.update({ label: media ? 'Stop preview' : 'Start preview' }))
  publication.state.watch(({ phase }) => {
    button.element.hidden = isUnderWay(phase)
  })
  return button.element
}

const muteWords: Record<DeviceKind, { mute: string; unmute: string }> = {
  camera: { mute: 'Turn camera off', unmute: 'Turn camera on' },
  microphone: { mute: 'Mute microphone', unmute: 'Unmute microphone' },
}

/** Stops and resumes sending what one device captures; there is nothing to switch without that device. */
export function muteButton({ capture, live }: Session, kind: DeviceKind): HTMLElement {
  const words = muteWords[kind]
  const toggle = () => live.mute(kind, !capture.state.get().muted[kind])
  const button = createButton(toggle, { label: words.mute })
  capture.state.watch(({ media, muted }) => {
    const tracks = kind === 'camera' ? media?.getVideoTracks() : media?.getAudioTracks()
    button.update({ disabled: !tracks?.length })
    button.update(
      muted[kind] ? { label: words.unmute, icon: `${kind}Off` } : { label: words.mute, icon: kind },
    )
  })
  return button.element
}

/** Switches between "Beautify" and "Stop beautifying"; there is nothing to beautify without a picture. */
export function beautyButton({ capture, effects }: Session): HTMLElement {
  const button = createButton(() => effects.beautify(!effects.state.get()), {
    label: 'Beautify',
    icon: 'camera',
  })
  capture.state.watch(({ media }) => button.update({ disabled: !media?.getVideoTracks().length }))
  effects.state.watch((on) => button.update({ label: on ? 'Stop beautifying' : 'Beautify' }))
  return button.element
}

/** Switches between "Share screen" and "Stop sharing". */
export function shareButton({ screen, screenPublication, room }: Session): HTMLElement {
  const isShared = () => isUnderWay(screenPublication.state.get().phase)
  const toggle = () => (isShared() ? screen.stop() : screen.share())
  const button = createButton(toggle, { label: 'Share screen', icon: 'screen' })
  screenPublication.state.watch(() => button.update({ label: isShared() ? 'Stop sharing' : 'Share screen' }))
  room.state.watch(({ phase }) => button.update({ disabled: !isIn(phase) }))
  return button.element
}
