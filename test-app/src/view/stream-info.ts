import type { Session } from '../session.ts'
import { createButton } from './button.ts'
import { h } from './dom.ts'

/** What the own stream is about, and where else it goes: only a stream that is live has either. */
export function streamInfoPanel({ streamInfo, publication, fields }: Session): HTMLElement {
  const description = h('input', { id: 'stream-description', autocomplete: 'off' })
  const relay = h('input', { id: 'stream-relay', autocomplete: 'off', placeholder: 'rtmp://…' })
  const describe = createButton(() => streamInfo.describe(description.value), { label: 'Describe' })
  const relayTo = createButton(() => streamInfo.relayTo(relay.value), { label: 'Relay' })

  publication.state.watch(({ phase }) => {
    const disabled = phase !== 'flowing'
    description.disabled = relay.disabled = disabled
    describe.update({ disabled })
    relayTo.update({ disabled })
    if (phase === 'idle' || phase === 'failed') streamInfo.clear()
  })
  fields.editStream = (what) => {
    const field = what === 'relay' ? relay : description
    field.focus()
    field.select()
  }
  return h(
    'section',
    { 'aria-labelledby': 'stream-info-title', class: 'card stream-info' },
    h('h2', { id: 'stream-info-title' }, 'Your stream'),
    h('div', { class: 'field' }, h('label', { for: description.id }, 'What it is about'), description),
    h('div', { class: 'buttons' }, describe.element),
    h('div', { class: 'field' }, h('label', { for: relay.id }, 'Relay to a CDN'), relay),
    h('div', { class: 'buttons' }, relayTo.element),
  )
}
