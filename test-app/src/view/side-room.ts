import { isIn } from '../room/room-state.ts'
import type { MessageKind } from '../room/senders.ts'
import type { Entry, SideRoomState } from '../room/side-room.ts'
import type { Session } from '../session.ts'
import { kinds } from './chat.ts'
import { createButton } from './elements/button.ts'
import { h, setText } from './elements/dom.ts'

/** A second room beside this one: in and out, a line there, its topic. Enter in a field does what its button does. */
export function sideRoomPanel({ sideRoom, room, fields }: Session): HTMLElement {
  const input = (id: string) => h('input', { id: `side-room-${id}`, autocomplete: 'off' })
  const [id, user, name, target, line, topic] = [
    input('id'),
    input('user'),
    input('name'),
    input('target'),
    input('line'),
    input('topic'),
  ]
  const kind = h(
    'select',
    { id: 'side-room-kind' },
    ...Object.entries(kinds).map(([value, words]) => h('option', { value }, words)),
  )
  const entry = (): Entry => ({ roomID: id.value, userID: user.value, userName: name.value })
  const status = h('p', { role: 'status', 'aria-label': 'Other room status', class: 'status' })
  const heard = h('p', { role: 'status', 'aria-label': 'Heard there', class: 'muted' })

  const join = () => sideRoom.join(entry())
  const move = () => sideRoom.move(entry(), target.value)
  const say = () => sideRoom.say(entry(), line.value, kind.value as MessageKind)
  const setTopic = () => sideRoom.setTopic(entry(), topic.value)
  const buttons = {
    join: createButton(join, { label: 'Join as well', look: 'main' }),
    leave: createButton(() => sideRoom.leave(entry()), { label: 'Step out' }),
    move: createButton(move, { label: 'Move' }),
    say: createButton(say, { label: 'Say it there' }),
    topic: createButton(setTopic, { label: 'Set topic there' }),
  }
  onEnter(id, join)
  onEnter(target, move)
  onEnter(line, say)
  onEnter(topic, setTopic)

  room.state.watch(({ phase, userID, userName }) => {
    if (phase === 'entering') {
      user.value = userID
      name.value = userName
      id.value = target.value = line.value = topic.value = ''
    }
    for (const button of Object.values(buttons)) button.update({ disabled: !isIn(phase) })
    for (const field of [id, user, name, target, line, kind, topic]) field.disabled = !isIn(phase)
  })
  sideRoom.state.watch((state) => {
    if (state.roomID) id.value = state.roomID
    setText(status, words(state))
    setText(heard, state.heard)
  })
  fields.editSideRoom = (code = 0) => {
    const field = code === differentUser ? user : id
    field.focus()
    field.select()
  }
  return h(
    'section',
    { 'aria-labelledby': 'side-room-title', class: 'card side-room' },
    h('h2', { id: 'side-room-title' }, 'Another room'),
    status,
    heard,
    h(
      'div',
      { class: 'fields' },
      labelled('ID of the other room', id),
      labelled('Your ID there', user),
      labelled('Shown there as', name),
    ),
    h('div', { class: 'buttons' }, buttons.join.element, buttons.leave.element),
    h('div', { class: 'fields' }, labelled('Move on to', target)),
    h('div', { class: 'buttons' }, buttons.move.element),
    h('div', { class: 'fields' }, labelled('A line', line), labelled('Said as', kind)),
    h('div', { class: 'buttons' }, buttons.say.element),
    h('div', { class: 'fields' }, labelled('What it is for', topic)),
    h('div', { class: 'buttons' }, buttons.topic.element),
  )
}

/** The same user has to be in all rooms. */
const differentUser = 1002018

function words({ roomID, entering }: SideRoomState): string {
  if (entering) return 'Joining…'
  return roomID ? `Also in ${roomID}` : 'Only in this room'
}

function onEnter(field: HTMLInputElement, run: () => unknown): void {
  field.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') void run()
  })
}

function labelled(label: string, field: HTMLElement): HTMLElement {
  return h('div', { class: 'field' }, h('label', { for: field.id }, label), field)
}
