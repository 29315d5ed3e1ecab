import type { MusicState, Wish } from '../music/music.ts'
import { isIn } from '../room/room-state.ts'
import type { Session } from '../session.ts'
import { type Button, createButton } from './elements/button.ts'
import { h, setText } from './elements/dom.ts'
import { foundSongs } from './found-songs.ts'

const words: Record<MusicState['phase'], string> = {
  closed: 'Music is not open',
  opening: 'Opening…',
  open: 'Music is open',
}

/** Finds, orders and shares songs. What is allowed is for the service to say. */
export function musicPanel({ music, room, fields }: Session): HTMLElement {
  const input = (id: string) => h('input', { id: `music-${id}`, autocomplete: 'off' })
  const keyword = input('keyword')
  const page = input('page')
  const chart = input('chart')
  const song = input('song')
  const vendor = select('music-vendor', ['2', '1', '3', '4', '0'])
  const payment = select('music-payment', ['This song', 'Monthly plan', 'The room', 'Its host'])
  const host = input('host')
  const part = select('music-part', ['To hear', 'To sing'])
  const code = input('code')
  const resource = input('resource')
  const audio = h('audio', { controls: true, 'aria-label': 'The song' })
  page.value = '1'
  song.value = 'song-1'
  const wish = (): Wish => ({
    songID: song.value,
    vendorID: Number(vendor.value),
    mode: payment.selectedIndex,
    masterID: host.value,
    part: part.selectedIndex,
  })
  const status = h('p', { role: 'status', 'aria-label': 'Music status', class: 'status' })
  const open = createButton(() => music.open(), { label: 'Open music', look: 'main' })
  const toFind = [
    createButton(() => music.search(keyword.value, Number(vendor.value), Number(page.value)), {
      label: 'Search',
    }),
    createButton(() => music.chart(chart.value), { label: 'Show chart' }),
  ]
  const toHave = [
    createButton(() => music.order(wish()), { label: 'Order' }),
    createButton(() => music.takeShared(wish()), { label: 'Take shared song' }),
    createButton(() => music.takeByCode(code.value), { label: 'Take by code' }),
    createButton(() => music.download(resource.value), { label: 'Download' }),
    createButton(() => music.listen(resource.value), { label: 'Listen' }),
    createButton(() => music.lyrics(wish()), { label: 'Lyrics' }),
    createButton(() => music.wordByWord(code.value), { label: 'Word by word' }),
    createButton(() => music.melody(), { label: 'Melody' }),
  ]
  const found = foundSongs(music, ({ songID, vendorID }) => {
    song.value = songID
    vendor.value = String(vendorID)
    return music.order(wish())
  })
  room.state.watch(({ phase }) => {
    for (const button of [open, ...toFind, ...toHave]) button.update({ disabled: !isIn(phase) })
  })
  let known: MusicState['given']
  music.state.watch(({ phase, there, given, playing }) => {
    setText(status, there || words[phase])
    // Once each: what is typed over it stays.
    if (given && given !== known) {
      if (given.code) code.value = given.code
      resource.value = given.resourceID
    }
    known = given
    audio.hidden = !playing
    if (audio.src && !playing) {
      // What cannot be seen any more must not be heard, either.
      audio.removeAttribute('src')
      audio.load()
    }
    if (!playing || audio.src === playing) return
    audio.src = playing
    audio.focus() // it may be far from the button that asked for it
  })
  fields.editMusic = (about = 0) => {
    const field = { keyword, page, chart, vendor, payment, host, part, code, resource, song }[
      fieldOf[about] ?? 'song'
    ]
    field.focus()
  }
  return h(
    'section',
    { 'aria-labelledby': 'music-title', class: 'card music' },
    h('h2', { id: 'music-title' }, 'Music'),
    status,
    buttonsOf(open),
    labelled('Supplier', vendor),
    labelled('Search for', keyword),
    labelled('Page', page),
    labelled('Chart', chart),
    buttonsOf(...toFind),
    found,
    labelled('Song', song),
    labelled('Who pays', payment),
    labelled('Host who pays', host),
    labelled('What for', part),
    labelled('Code of a song', code),
    labelled('File of a song', resource),
    buttonsOf(...toHave),
    audio,
  )
}

const buttonsOf = (...buttons: readonly Button[]): HTMLElement =>
  h('div', { class: 'buttons' }, ...buttons.map(({ element }) => element))

type Field = 'keyword' | 'page' | 'chart' | 'vendor' | 'payment' | 'host' | 'part' | 'code' | 'resource'

/** What each code is about; every other correction is made in the song. */
const fieldOf: Partial<Record<number, Field>> = {
  1017008: 'code',
  1017018: 'resource',
  1017031: 'part',
  1017033: 'part',
  1017040: 'keyword',
  1017032: 'payment',
  1017042: 'payment',
  1017043: 'payment',
  1017044: 'code',
  1017045: 'code',
  1017052: 'vendor',
  1017053: 'vendor',
  1017071: 'vendor',
  1017073: 'host',
  1017074: 'page',
  1017077: 'chart',
}

function select(id: string, options: readonly string[]): HTMLSelectElement {
  return h('select', { id }, ...options.map((option) => h('option', {}, option)))
}

function labelled(label: string, field: HTMLElement): HTMLElement {
  return h('div', { class: 'field' }, h('label', { for: field.id }, label), field)
}
