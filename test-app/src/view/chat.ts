import type { Message } from '../room/chat.ts'
import { isIn } from '../room/room-state.ts'
import type { MessageKind } from '../room/senders.ts'
import type { Session } from '../session.ts'
import { h } from './elements/dom.ts'
import { icon } from './elements/icon.ts'

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })

/** The ways to say something, in words. */
export const kinds: Record<MessageKind, string> = {
  chat: 'Chat',
  barrage: 'Barrage',
  command: 'Command',
  transparent: 'Transparent',
  channel: 'Channel',
}

/** The room's messages, and the box to write one. */
export function chatPanel({ chat, room, fields }: Session): HTMLElement {
  const list = h('div', { role: 'log', 'aria-label': 'Messages', tabindex: '0', class: 'log' })
  const empty = h('p', { class: 'muted empty' }, 'No messages yet. Say hello!')
  const box = h('input', { id: 'message', autocomplete: 'off', placeholder: 'Message' })
  const kind = h(
    'select',
    { id: 'message-kind' },
    ...Object.entries(kinds).map(([value, words]) => h('option', { value }, words)),
  )
  const send = h('button', { type: 'submit', 'data-look': 'main' }, icon('send'), h('span', {}, 'Send'))
  const shown = new Map<string, HTMLElement>()

  chat.state.watch((messages) => {
    const keys = new Set(messages.map(({ key }) => key))
    for (const [key, element] of shown) {
      if (keys.has(key)) continue
      element.remove()
      shown.delete(key)
    }
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40
    for (const message of messages) {
      const element = shown.get(message.key) ?? list.appendChild(messageView(message))
      element.dataset.status = message.status
      shown.set(message.key, element)
    }
    if (atEnd) list.scrollTop = list.scrollHeight
    empty.hidden = messages.length > 0
  })
  fields.editMessage = (text) => {
    box.value = text
    box.focus()
  }
  room.state.watch(({ phase }) => {
    if (phase === 'entering') box.value = ''
    box.disabled = kind.disabled = send.disabled = !isIn(phase)
  })
  const onsubmit = (event: Event) => {
    event.preventDefault()
    const text = box.value
    box.value = ''
    void chat.send(text, kind.value as MessageKind)
  }
  return h(
    'section',
    { 'aria-labelledby': 'chat-title', class: 'card chat' },
    h('h2', { id: 'chat-title' }, 'Chat'),
    empty,
    list,
    h(
      'form',
      { onsubmit, class: 'compose' },
      h('label', { for: 'message-kind', class: 'unseen' }, 'Send as'),
      kind,
      h('label', { for: 'message', class: 'unseen' }, 'Message'),
      box,
      send,
    ),
  )
}

function messageView({ from, text, at, mine }: Message): HTMLElement {
  return h(
    'div',
    { class: mine ? 'message mine' : 'message' },
    h(
      'p',
      { class: 'from' },
      h('strong', { title: from }, mine ? 'You' : from),
      h('time', {}, clock.format(at)),
    ),
    h('p', { class: 'text' }, text),
  )
}
