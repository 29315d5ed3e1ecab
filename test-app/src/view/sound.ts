import type { SoundLevel } from '../room/sound-levels.ts'
import type { Session } from '../session.ts'
import { speakerPicker } from './device/speaker-picker.ts'
import { createButton } from './elements/button.ts'
import { h, setText } from './elements/dom.ts'

/** Who is heard at the moment and through what, and a chime for everybody. */
export function soundPanel(session: Session): HTMLElement {
  const { soundLevels, soundEffect, capture, players } = session
  const status = h('p', { role: 'status', 'aria-label': 'Sound effect', class: 'status' })
  const list = h('ul', { class: 'levels', 'aria-label': 'Who is heard' })
  const rows = new Map<string | undefined, ReturnType<typeof levelRow>>()

  const listen = createButton(() => soundLevels.listen(!soundLevels.state.get().on), {
    label: 'Show sound levels',
  })
  const chime = createButton(() => soundEffect.play(), { label: 'Play a chime' })
  capture.state.watch(({ media }) => chime.update({ disabled: !media }))
  soundEffect.state.watch((phase) => setText(status, phases[phase]))
  soundLevels.state.watch(({ on, levels }) => {
    listen.update({ label: on ? 'Hide sound levels' : 'Show sound levels' })
    for (const [streamID, { element }] of rows) {
      if (levels.some((each) => each.streamID === streamID)) continue
      element.remove()
      rows.delete(streamID)
    }
    for (const each of levels) {
      const row = rows.get(each.streamID) ?? levelRow(nameOf(each))
      rows.set(each.streamID, row)
      if (!row.element.isConnected) list[each.streamID === undefined ? 'prepend' : 'append'](row.element)
      row.update(each)
    }
  })

  const nameOf = ({ streamID }: SoundLevel) =>
    streamID === undefined
      ? 'You'
      : (players.state.get().find((each) => each.streamID === streamID)?.userName ?? streamID)

  return h(
    'section',
    { 'aria-labelledby': 'sound-title', class: 'card sound' },
    h('h2', { id: 'sound-title' }, 'Sound'),
    list,
    status,
    h('div', { class: 'buttons' }, listen.element, chime.element),
    h('div', { class: 'fields' }, speakerPicker(session)),
  )
}

const phases = {
  idle: '',
  loading: 'Loading the chime…',
  playing: 'Everybody hears the chime',
  played: 'Everybody has heard the chime',
}

function levelRow(name: string) {
  const meter = h('meter', { min: '0', max: '100', 'aria-label': `Sound level of ${name}` })
  const words = h('span', { class: 'muted' })
  return {
    element: h('li', {}, h('span', { class: 'name', title: name }, name), meter, words),
    update({ level, isSilent }: SoundLevel): void {
      meter.value = level
      setText(words, isSilent ? 'silent' : 'heard')
    },
  }
}
