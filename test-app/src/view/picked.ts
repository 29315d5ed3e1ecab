import type { Source } from '../play/picked.ts'
import { isIn } from '../room/room-state.ts'
import type { Session } from '../session.ts'
import { createButton } from './elements/button.ts'
import { h, setText } from './elements/dom.ts'

const words: Record<Source, string> = { zego: 'ZEGO', lowLatency: 'Low latency', cdn: 'CDN' }
const phases = {
  idle: 'Not watching',
  requesting: 'Connecting…',
  retrying: 'Trying again…',
  failed: 'Not playing',
  flowing: 'Watching',
}

/** Watches a stream by its ID, from wherever it is to be had. */
export function pickedPanel({ picked, pickedVideo: video, room, speaker }: Session): HTMLElement {
  video.autoplay = video.playsInline = true
  video.ariaLabel = 'Video picked by ID'
  const id = h('input', { id: 'picked-id', autocomplete: 'off' })
  const source = h(
    'select',
    { id: 'picked-source' },
    ...Object.entries(words).map(([value, text]) => h('option', { value }, text)),
  )
  const status = h('p', { role: 'status', 'aria-label': 'Picked stream status', class: 'status' })
  const watch = createButton(() => picked.watch(id.value, source.value as Source), { label: 'Watch it' })
  const stop = createButton(() => picked.stop(), { label: 'Stop watching' })
  const stage = h('div', { class: 'stage' }, video)
  room.state.watch(({ phase }) => {
    watch.update({ disabled: !isIn(phase) })
    stop.update({ disabled: !isIn(phase) })
  })
  picked.state.watch(({ streamID, phase, media }) => {
    if (video.srcObject !== (media ?? null)) video.srcObject = media ?? null
    if (streamID) speaker.letPlay(video)
    stage.hidden = !streamID
    setText(status, phases[phase])
  })
  return h(
    'section',
    { 'aria-labelledby': 'picked-title', class: 'card picked' },
    h('h2', { id: 'picked-title' }, 'Watch by ID'),
    status,
    stage,
    h(
      'div',
      { class: 'fields' },
      h('div', { class: 'field' }, h('label', { for: id.id }, 'ID of the stream'), id),
      h('div', { class: 'field' }, h('label', { for: source.id }, 'Comes from'), source),
    ),
    h('div', { class: 'buttons' }, watch.element, stop.element),
  )
}
