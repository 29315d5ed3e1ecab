import type { Session } from '../session.ts'
import { beautyButton, liveButton, muteButton, previewButton, shareButton } from './controls.ts'
import { devicePicker } from './device/device-picker.ts'
import { h, setText } from './elements/dom.ts'
import { publishingStatus, sendingRate } from './publishing-status.ts'

/** The person's own picture, and everything that is done with it. */
export function youPanel(session: Session): HTMLElement {
  const { publication, screenPublication, capture } = session
  const title = h('h2', { id: 'you-title' }, 'You')
  const screenStatus = publishingStatus(screenPublication.state, 'Screen sharing status')
  screenPublication.state.watch(({ phase }) => {
    screenStatus.hidden = phase === 'idle'
  })
  return h(
    'section',
    { 'aria-labelledby': 'you-title', class: 'card you' },
    h('div', { class: 'panel-head' }, title, sendingRate(publication.state)),
    preview(session),
    publishingStatus(publication.state, 'Publishing status', capture.state),
    screenStatus,
    h('div', { class: 'buttons' }, liveButton(session), previewButton(session)),
    h(
      'div',
      { class: 'buttons controls' },
      muteButton(session, 'microphone'),
      muteButton(session, 'camera'),
      shareButton(session),
      beautyButton(session),
    ),
    h(
      'div',
      { class: 'fields' },
      devicePicker(session, 'camera', 'Camera'),
      devicePicker(session, 'microphone', 'Microphone'),
    ),
  )
}

function preview({ capture }: Session): HTMLElement {
  const video = h('video', { autoplay: true, playsinline: true, 'aria-label': 'Your preview' })
  video.muted = true
  const cover = h('p', { class: 'cover' })
  capture.state.watch(({ media, muted, lost }) => {
    if (video.srcObject !== (media ?? null)) video.srcObject = media ?? null
    const words = coverText(media, muted.camera, lost.includes('camera'))
    cover.hidden = words === ''
    setText(cover, words)
  })
  return h('div', { class: 'stage' }, video, cover)
}

/** What stands in for the picture; nothing where there is one. */
function coverText(media: MediaStream | undefined, off: boolean, lost: boolean): string {
  if (!media) return 'Your camera is not in use'
  if (lost) return 'Your camera is gone'
  if (off) return 'Your camera is off'
  return media.getVideoTracks().length > 0 ? '' : 'No camera, only sound'
}
