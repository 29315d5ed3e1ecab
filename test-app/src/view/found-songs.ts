import type { FoundSong } from '../music/found.ts'
import { type Music, songKey } from '../music/music.ts'
import { createButton } from './elements/button.ts'
import { h, setText } from './elements/dom.ts'

/** What was last searched for, song by song: each is ordered here, and downloaded and heard once it was. */
export function foundSongs(music: Music, order: (song: FoundSong) => unknown): HTMLElement {
  const title = h('h3', { id: 'music-found-title' })
  const list = h('ul', { 'aria-labelledby': title.id })
  const none = h('p', { class: 'muted' }, 'No song was found.')
  const view = h('div', { class: 'found' }, title, list, none)
  let rows: ReturnType<typeof songRow>[] = []
  let shown: unknown
  music.state.watch(({ found, files }) => {
    view.hidden = !found
    if (found !== shown) {
      setText(title, found?.by ?? '')
      rows = (found?.songs ?? []).map((song) => songRow(music, song, order))
      list.replaceChildren(...rows.map(({ element }) => element))
      list.hidden = rows.length === 0
      none.hidden = rows.length > 0
      shown = found
    }
    for (const row of rows) row.update(files)
  })
  return view
}

function songRow(music: Music, song: FoundSong, order: (song: FoundSong) => unknown) {
  const file = () => music.state.get().files.get(songKey(song)) ?? ''
  const button = (label: string, run: () => unknown) => {
    const { element } = createButton(run, { label })
    element.ariaLabel = `${label} ${song.name}`
    return element
  }
  const ofFile = [
    button('Download', () => music.download(file())),
    button('Listen', () => music.listen(file())),
  ]
  const element = h(
    'li',
    {},
    h('span', { class: 'name', title: song.name }, song.name),
    h('span', { class: 'muted' }, `${song.songID}, supplier ${song.vendorID}`),
    h(
      'div',
      { class: 'buttons' },
      button('Order', () => order(song)),
      ...ofFile,
    ),
  )
  return {
    element,
    update(files: ReadonlyMap<string, string>): void {
      for (const each of ofFile) each.hidden = !files.has(songKey(song))
    },
  }
}
