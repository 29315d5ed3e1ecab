import { isUnderWay } from '../publish/stream-phase.ts'
import type { Session } from '../session.ts'
import { createButton } from './elements/button.ts'
import { h } from './elements/dom.ts'

/** What the own stream is called, before it is live; what it is about and where else it goes, once it is. */
export function streamInfoPanel({ streamInfo, streamName, publication, room, fields }: Session): HTMLElement {
  const name = h('input', { id: 'stream-name', autocomplete: 'off', placeholder: 'a new one each time' })
  const description = h('input', { id: 'stream-description', autocomplete: 'off' })
  const relay = h('input', { id: 'stream-relay', autocomplete: 'off', placeholder: 'rtmp://…' })
  const describe = createButton(() => streamInfo.describe(description.value), { label: 'Describe' })
  const relayTo = createButton(() => streamInfo.relayTo(relay.value), { label: 'Relay' })

  publication.state.watch(({ phase }) => {
    name.disabled = isUnderWay(phase)
    if (phase === 'idle' || phase === 'failed' || phase === 'requesting') streamInfo.clear()
  })
  room.state.watch(({ phase }) => {
    // Where somebody relays to may have a key in it, which is nothing for whoever comes next.
    if (phase === 'entering') description.value = relay.value = ''
  })
  name.addEventListener('input', () => streamName.give(name.value))
  streamName.state.watch(({ text }) => {
    name.value = text
  })
  fields.editStream = (what) => {
    const field = { name, relay, description }[what]
    field.focus()
    field.select()
  }
  return h(
    'section',
    { 'aria-labelledby': 'stream-info-title', class: 'card stream-info' },
    h('h2', { id: 'stream-info-title' }, 'Your stream'),
    h('div', { class: 'field' }, h('label', { for: name.id }, 'Stream ID'), name),
    h('div', { class: 'field' }, h('label', { for: description.id }, 'What it is about'), description),
    h('div', { class: 'buttons' }, describe.element),
    h('div', { class: 'field' }, h('label', { for: relay.id }, 'Relay to a CDN'), relay),
    h('div', { class: 'buttons' }, relayTo.element),
  )
}
