import type { Session } from '../../session.ts'
import { createButton } from './button.ts'
import { h, setText } from './dom.ts'

const words = { idle: 'Not sent', sending: 'Sending…', sent: 'Sent' }

/** What a person can do for those who are to help. */
export function helpPanel({ logUpload }: Session): HTMLElement {
  const status = h('p', { role: 'status', 'aria-label': 'Log status', class: 'status' })
  const send = createButton(() => logUpload.send(), { label: 'Send the log' })
  logUpload.state.watch((state) => {
    setText(status, words[state])
    send.update({ disabled: state === 'sending' })
  })
  return h(
    'section',
    { 'aria-labelledby': 'help-title', class: 'card help' },
    h('h2', { id: 'help-title' }, 'Help'),
    h('p', { class: 'muted' }, 'ZEGO asks for the log of this session to find out what went wrong.'),
    status,
    h('div', { class: 'buttons' }, send.element),
  )
}
