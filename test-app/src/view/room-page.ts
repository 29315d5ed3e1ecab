import { showsRoom } from '../room/room-state.ts'
import type { Session } from '../session.ts'
import { chatPanel } from './chat.ts'
import { createButton } from './elements/button.ts'
import { h, setText } from './elements/dom.ts'
import { helpPanel } from './elements/help.ts'
import { mixerPanel } from './mixer.ts'
import { musicPanel } from './music.ts'
import { peoplePanel } from './people.ts'
import { pickedPanel } from './picked.ts'
import { picturePanel } from './picture.ts'
import { sideRoomPanel } from './side-room.ts'
import { soundPanel } from './sound.ts'
import { streamInfoPanel } from './stream-info.ts'
import { topicPanel } from './topic.ts'
import { youPanel } from './you.ts'

/** One part of the room's page. A new one is a file of its own and a line below. */
export type Panel = (session: Session) => HTMLElement

const panels: readonly Panel[] = [
  youPanel,
  peoplePanel,
  chatPanel,
  topicPanel,
  streamInfoPanel,
  picturePanel,
  soundPanel,
  pickedPanel,
  sideRoomPanel,
  musicPanel,
  mixerPanel,
  helpPanel,
]

/** What is shown once the person is in. */
export function roomPage(session: Session): HTMLElement {
  const { room } = session
  const title = h('h1', { tabindex: '-1' })
  const name = h('span', { class: 'muted' })
  const leave = createButton(() => room.leave(), { label: 'Leave', icon: 'leave' })
  room.state.watch(({ phase, roomID, userID }) => {
    if (!showsRoom(phase)) return
    setText(title, roomID)
    title.title = roomID
    setText(name, `You are here as ${userID}`)
  })
  return h(
    'div',
    { class: 'room' },
    h('header', { class: 'room-head' }, h('div', {}, title, name), leave.element),
    ...panels.map((panel) => panel(session)),
  )
}
