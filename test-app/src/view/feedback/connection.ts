import { reactionTo } from '../../reactions.ts'
import type { RoomState } from '../../room/room.ts'
import type { Phase } from '../../room/room-state.ts'
import type { Store } from '../../store.ts'
import { h, setText } from '../elements/dom.ts'

const words: Record<Phase, string> = {
  outside: 'Not connected',
  entering: 'Connecting…',
  inside: 'Connected',
  reconnecting: 'Reconnecting…',
  lost: 'Disconnected',
  reentering: 'Connecting…',
}

/** The state of the room, in a word, with the SDK's own name of it in `data-reason`. */
export function connectionView(room: Store<RoomState>): HTMLElement {
  const text = h('span')
  const print = h('small')
  const view = h('p', { role: 'status', 'aria-label': 'Connection', class: 'connection' }, text, print)
  room.watch(({ phase, reason, code }) => {
    view.dataset.phase = phase
    view.dataset.reason = reason ?? ''
    setText(
      text,
      phase === 'reconnecting' && code ? reactionTo(code, { retrying: true }).message : words[phase],
    )
    setText(print, phase === 'reconnecting' && code ? `Code ${code}` : '')
  })
  return view
}
