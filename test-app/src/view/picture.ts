import type { Session } from '../session.ts'
import { createButton } from './elements/button.ts'
import { h, setText } from './elements/dom.ts'

const sizes = ['320×240', '640×360', '640×480', '1280×720']

/** How large and how smooth the own picture is, and what is done to it and the sound before others get them. */
export function picturePanel({ picture, capture, extras }: Session): HTMLElement {
  const size = h('select', { id: 'picture-size' }, ...sizes.map((each) => h('option', {}, each)))
  const frames = h('input', { id: 'picture-frames', inputmode: 'numeric', autocomplete: 'off', value: '5' })
  const status = h('p', { role: 'status', 'aria-label': 'Picture settings', class: 'status' })
  const set = createButton(
    () => {
      const [width = 0, height = 0] = size.value.split('×').map(Number)
      return picture.set({ width, height, leastFrames: Number(frames.value) })
    },
    { label: 'Change the picture' },
  )
  const blur = createButton(() => extras.blur(!extras.state.get().blurred), { label: 'Blur background' })
  const hush = createButton(() => extras.reduceNoise(!extras.state.get().quiet), { label: 'Reduce noise' })
  capture.state.watch(({ media }) => {
    set.update({ disabled: !media })
    hush.update({ disabled: !media?.getAudioTracks().length })
  })
  picture.state.watch((text) => setText(status, text || 'As the camera gives it'))
  extras.state.watch(({ blurred, quiet }) => {
    blur.update({ label: blurred ? 'Show background' : 'Blur background' })
    hush.update({ label: quiet ? 'Keep the noise' : 'Reduce noise' })
  })
  return h(
    'section',
    { 'aria-labelledby': 'picture-title', class: 'card picture' },
    h('h2', { id: 'picture-title' }, 'Picture and sound'),
    status,
    h(
      'div',
      { class: 'fields' },
      h('div', { class: 'field' }, h('label', { for: size.id }, 'Size'), size),
      h('div', { class: 'field' }, h('label', { for: frames.id }, 'Frames a second, at least'), frames),
    ),
    h('div', { class: 'buttons' }, set.element, blur.element, hush.element),
  )
}
