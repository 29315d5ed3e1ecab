import { isIn } from '../room/room-state.ts'
import type { Session } from '../session.ts'
import { h, setText } from './elements/dom.ts'
import { type PlayerTile, playerTile } from './player-tile.ts'

/** Everybody else: those who are live with their pictures, the others by name. */
export function peoplePanel({ players, people, room, speaker }: Session): HTMLElement {
  const title = h('h2', { id: 'people-title' }, 'People')
  const count = h('span', { class: 'muted' })
  const onAir = h('ul', { 'aria-label': 'Live now', class: 'tiles' })
  const watching = h('ul', { 'aria-label': 'Watching', class: 'names' })
  const empty = h('p', { class: 'muted empty' })
  const tiles = new Map<string, PlayerTile>()

  function renderTiles(): void {
    const wanted = players.state.get()
    for (const [streamID, tile] of tiles) {
      if (wanted.some((player) => player.streamID === streamID)) continue
      tile.element.remove()
      tiles.delete(streamID)
    }
    for (const player of wanted) {
      const tile = tiles.get(player.streamID) ?? playerTile(players, player)
      if (!tiles.has(player.streamID)) {
        onAir.append(tile.element)
        speaker.letPlay(tile.video)
      }
      tiles.set(player.streamID, tile)
      tile.update(player)
    }
  }

  function render(): void {
    renderTiles()
    const live = new Set(players.state.get().map(({ userID }) => userID))
    const idle = people.state.get().filter(({ userID }) => !live.has(userID))
    watching.replaceChildren(...idle.map(({ userName }) => h('li', { title: userName }, userName)))
    const total = live.size + idle.length
    setText(count, total > 0 ? `${total}` : '')
    const nobody = isIn(room.state.get().phase) ? 'Nobody else is here yet.' : 'You are not in the room.'
    setText(empty, total > 0 ? '' : nobody)
    onAir.hidden = live.size === 0
    watching.hidden = idle.length === 0
  }
  players.state.watch(render)
  people.state.watch(render)
  room.state.watch(render)
  return h(
    'section',
    { 'aria-labelledby': 'people-title', class: 'card people' },
    h('div', { class: 'panel-head' }, title, count),
    empty,
    onAir,
    watching,
  )
}
