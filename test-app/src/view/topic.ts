import { isIn } from '../room/room-state.ts'
import type { Session } from '../session.ts'
import { createButton } from './elements/button.ts'
import { h } from './elements/dom.ts'

/** What the room is about, and the box to change it for everybody. */
export function topicPanel({ topic, room, fields }: Session): HTMLElement {
  const box = h('input', { id: 'topic', autocomplete: 'off' })
  const name = h('input', { id: 'topic-name', autocomplete: 'off' })
  const change = createButton(() => topic.change(box.value, name.value), { label: 'Change topic' })
  let shown = ''
  let named = ''
  topic.state.watch((state) => {
    const { text } = state
    if (state.name !== named) name.value = named = state.name
    if (text === shown) return
    shown = text
    box.value = text
  })
  room.state.watch(({ phase }) => {
    box.disabled = name.disabled = !isIn(phase)
    change.update({ disabled: !isIn(phase) })
  })
  fields.editTopic = (code) => {
    const field = code === nameTooLong ? name : box
    field.focus()
    field.select()
  }
  return h(
    'section',
    { 'aria-labelledby': 'topic-title', class: 'card topic' },
    h('h2', { id: 'topic-title' }, 'Topic'),
    h('div', { class: 'field' }, h('label', { for: 'topic' }, 'What this room is about'), box),
    h('div', { class: 'field' }, h('label', { for: 'topic-name' }, 'Kept under the name'), name),
    h('div', { class: 'buttons' }, change.element),
  )
}

const nameTooLong = 1002015
