import type { Session } from '../../session.ts'
import { h, setText } from '../elements/dom.ts'

/** The list of speakers, and what became of the chosen one. */
export function speakerPicker({ devices, speaker }: Session): HTMLElement {
  const id = 'pick-speaker'
  const select = h('select', { id, onchange: () => void speaker.choose(select.value) })
  const status = h('p', { role: 'status', 'aria-label': 'Speaker status', class: 'status' })
  const render = () => {
    const chosen = speaker.chosen.get()
    const gone = speaker.isGone() ? chosen : undefined
    // The browser's own choice is there already.
    const speakers = devices.state.get().speakers.filter((each) => each.id && each.id !== 'default')
    select.replaceChildren(
      h('option', { value: '' }, 'Default'),
      ...speakers.map((each) => h('option', { value: each.id }, each.name)),
      ...(gone ? [h('option', { value: gone.id }, `${gone.name} (gone)`)] : []),
    )
    select.value = chosen?.id ?? ''
    setText(status, gone ? `${gone.name} is gone. You hear the others through another speaker.` : '')
  }
  devices.state.watch(render)
  speaker.chosen.watch(render)
  return h('div', { class: 'field' }, h('label', { for: id }, 'Speaker'), select, status)
}
