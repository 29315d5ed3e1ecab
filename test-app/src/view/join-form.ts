import type { Session } from '../session.ts'
import { createButton } from './elements/button.ts'
import { h, setText } from './elements/dom.ts'

/** Codes that are about the name; every other correction is made in the room ID. */
const aboutTheName = [1002005, 1002006, 1002007, 1002008, 1002018]
const shownNameTooLong = 1002010

/**
 * The way in. Nothing is checked here: what a room ID and a name may be is for the SDK to say, and the alert repeats it.
 */
export function joinForm({ room, fields }: Session, query: URLSearchParams): HTMLElement {
  const roomID = h('input', { id: 'room-id', value: query.get('roomID') ?? '', autocomplete: 'off' })
  const userID = h('input', { id: 'user-id', value: query.get('userID') ?? '', autocomplete: 'nickname' })
  const userName = h('input', { id: 'user-name', autocomplete: 'off', placeholder: 'the same' })
  const join = h('button', { type: 'submit', 'data-look': 'main' })
  const cancel = createButton(() => room.leave(), { label: 'Cancel', look: 'quiet' })
  const form = h(
    'form',
    {
      'aria-labelledby': 'join-title',
      class: 'card join',
      onsubmit: (event) => {
        event.preventDefault()
        void room.join(roomID.value, userID.value, userName.value)
      },
    },
    h('h1', { id: 'join-title', tabindex: '-1' }, 'Join a room'),
    h('p', { class: 'muted' }, 'Watch the people in it, chat, and go live yourself.'),
    h('label', { for: 'room-id' }, 'Room ID'),
    roomID,
    h('label', { for: 'user-id' }, 'Your name'),
    userID,
    h('label', { for: 'user-name' }, 'Shown to others as'),
    userName,
    h('div', { class: 'buttons' }, join, cancel.element),
  )
  fields.editEntry = (code) => {
    const isName = code !== undefined && aboutTheName.includes(code)
    const field = code === shownNameTooLong ? userName : isName ? userID : roomID
    field.focus()
    field.select()
  }
  room.state.watch(({ phase }) => {
    const entering = phase === 'entering'
    setText(join, entering ? 'Joining…' : 'Join')
    join.disabled = roomID.readOnly = userID.readOnly = userName.readOnly = entering
    cancel.element.hidden = !entering
  })
  return form
}
