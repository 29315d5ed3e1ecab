import { type Mix, type MixerState, usualSize } from '../mixer.ts'
import { isIn } from '../room/room-state.ts'
import type { Session } from '../session.ts'
import { createButton } from './elements/button.ts'
import { h, setText } from './elements/dom.ts'

const words: Record<MixerState, string> = {
  idle: 'Not mixing',
  starting: 'Starting…',
  mixing: 'Mixing',
  stopping: 'Stopping…',
}

/** Makes one stream out of several. Nothing is checked here: what is allowed is for the SDK and the service to say. */
export function mixerPanel(session: Session): HTMLElement {
  const { mixer, room, fields } = session
  const taskID = h('input', { id: 'mix-id', autocomplete: 'off' })
  const streams = h('input', { id: 'mix-streams', autocomplete: 'off' })
  const outputs = h('input', { id: 'mix-outputs', autocomplete: 'off' })
  const size = h('input', { id: 'mix-size', autocomplete: 'off', value: usualSize })
  const codec = h('input', { id: 'mix-codec', autocomplete: 'off', value: 'h264' })
  const streamWidth = h('input', { id: 'mix-stream-width', inputmode: 'numeric', placeholder: 'what fits' })
  const background = h('input', { id: 'mix-background', autocomplete: 'off', placeholder: 'preset-id://…' })
  const watermark = h('input', { id: 'mix-watermark', autocomplete: 'off', placeholder: 'preset-id://…' })
  const watermarkWidth = h('input', { id: 'mix-watermark-width', inputmode: 'numeric', value: '64' })
  const still = h('input', { id: 'mix-still', autocomplete: 'off', placeholder: 'preset-id://…' })
  const caption = h('input', { id: 'mix-caption', autocomplete: 'off' })
  const ofStreams = [streams, size, codec, streamWidth, background, watermark, watermarkWidth, still, caption]
  const wholeRoom = h('input', { id: 'mix-whole-room', type: 'checkbox' })
  const status = h('p', { role: 'status', 'aria-label': 'Mixing status', class: 'status' })
  const start = createButton(() => mixer.start(mix()), { label: 'Start mixing', look: 'main' })
  const stop = createButton(() => mixer.stop(mix()), { label: 'Stop mixing' })

  const mix = (): Mix => ({
    taskID: taskID.value,
    wholeRoom: wholeRoom.checked,
    streams: list(streams.value),
    outputs: list(outputs.value),
    size: size.value,
    codec: codec.value,
    streamWidth: Number(streamWidth.value),
    background: background.value,
    watermark: watermark.value,
    watermarkWidth: Number(watermarkWidth.value),
    still: still.value,
    caption: caption.value,
  })

  followLiveStreams(session, streams)
  wholeRoom.addEventListener('change', () => {
    for (const field of ofStreams) field.disabled = wholeRoom.checked
  })
  room.state.watch(({ phase, roomID, userID }) => {
    if (phase === 'entering') {
      taskID.value = `mix-${roomID}`
      outputs.value = `${userID}-mixed`
    }
    start.update({ disabled: !isIn(phase) })
    stop.update({ disabled: !isIn(phase) })
  })
  mixer.state.watch((state) => setText(status, words[state]))
  fields.editMix = (code = 0) => {
    const ofPicture = { size, codec, streamWidth, background, watermark, watermarkWidth, still, caption }
    const all = { taskID, streams, outputs, ...ofPicture }
    const field = all[fieldOf[code] ?? 'streams']
    field.focus()
    field.select()
  }
  return h(
    'section',
    { 'aria-labelledby': 'mixer-title', class: 'card mixer' },
    h('h2', { id: 'mixer-title' }, 'Mixer'),
    status,
    h('div', { class: 'buttons' }, start.element, stop.element),
    labelled('Mix ID', taskID),
    h('div', { class: 'check' }, wholeRoom, h('label', { for: wholeRoom.id }, 'The sound of the whole room')),
    labelled('Streams to mix', streams),
    labelled('Goes to', outputs),
    labelled('Size of the picture', size),
    labelled('Video codec', codec),
    labelled('Width of each stream', streamWidth),
    labelled('Background picture', background),
    labelled('Watermark', watermark),
    labelled('Its width in pixels', watermarkWidth),
    labelled('Picture of who has none', still),
    labelled('Caption', caption),
  )
}

type Field =
  | 'taskID'
  | 'outputs'
  | 'size'
  | 'codec'
  | 'streamWidth'
  | 'background'
  | 'watermark'
  | 'watermarkWidth'
  | 'still'
  | 'caption'

/** What each code is about; every other correction is made in the streams. */
const fieldOf: Partial<Record<number, Field>> = {
  1005001: 'taskID',
  1005002: 'taskID',
  1005003: 'taskID',
  1005005: 'size',
  1005006: 'outputs',
  1005021: 'outputs',
  1005023: 'codec',
  1005027: 'streamWidth',
  1005030: 'outputs',
  1005028: 'caption',
  1005034: 'still',
  1005035: 'still',
  1005036: 'still',
  1005061: 'watermark',
  1005062: 'watermarkWidth',
  1005063: 'watermark',
  1005067: 'background',
  1100001: 'size',
}

/** Everybody who is live is in the list until the person writes another one. */
function followLiveStreams({ publication, players, room }: Session, field: HTMLInputElement): void {
  let written = false
  field.addEventListener('input', () => {
    written = true
  })
  room.state.watch(({ phase }) => {
    if (phase === 'outside') written = false
  })
  const render = () => {
    if (written) return
    const { phase, streamID } = publication.state.get()
    const others = players.state.get().map((player) => player.streamID)
    field.value = [...(phase === 'flowing' ? [streamID] : []), ...others].join(', ')
  }
  publication.state.watch(render)
  players.state.watch(render)
}

function labelled(label: string, field: HTMLInputElement): HTMLElement {
  return h('div', { class: 'field' }, h('label', { for: field.id }, label), field)
}

const list = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
