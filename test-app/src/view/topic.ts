import { isIn } from '../room/room-state.ts'
import type { Session } from '../session.ts'
import { createButton } from './elements/button.ts'
import { h } from './elements/dom.ts'

/** What the room is about, and the box to change it for everybody. */
export function topicPanel({ topic, room, fields }: Session): HTMLElement {
  const box = h('input', { id: 'topic', autocomplete: 'off' })
  const change = createButton(() => topic.change(box.value), { label: 'Change topic' })
  let shown = ''
  topic.state.watch(({ text }) => {
    if (text === shown) return
    shown = text
    box.value = text
  })
  room.state.watch(({ phase }) => {
    box.disabled = !isIn(phase)
    change.update({ disabled: !isIn(phase) })
  })
  fields.editTopic = () => {
    box.focus()
    box.select()
  }
  return h(
    'section',
    { 'aria-labelledby': 'topic-title', class: 'card topic' },
    h('h2', { id: 'topic-title' }, 'Topic'),
    h('div', { class: 'field' }, h('label', { for: 'topic' }, 'What this room is about'), box),
    h('div', { class: 'buttons' }, change.element),
  )
}
