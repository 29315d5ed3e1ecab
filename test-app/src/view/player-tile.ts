import type { Player, Players } from '../play/players.ts'
import { reactionTo } from '../reactions.ts'
import { createButton } from './elements/button.ts'
import { h, setText } from './elements/dom.ts'

export interface PlayerTile {
  readonly element: HTMLLIElement
  readonly video: HTMLVideoElement
  update(player: Player): void
}

/** The picture and sound of one remote stream. */
export function playerTile(players: Players, { streamID, userName }: Player): PlayerTile {
  const video = h('video', { autoplay: true, playsinline: true, 'aria-label': `Video of ${userName}` })
  const cover = h('p', { class: 'cover' })
  const text = h('span')
  const print = h('small')
  const status = h(
    'p',
    { role: 'status', 'aria-label': `Playing status of ${streamID}`, class: 'status' },
    text,
    print,
  )
  const again = createButton(() => players.play(streamID), { label: 'Play again' })
  const sound = createButton(() => start(), { label: 'Play with sound', look: 'main' })
  sound.element.hidden = true

  /** Browsers let a page make sound only after a click; until then the picture waits for one. */
  async function start(): Promise<void> {
    const playing = await video.play().then(
      () => true,
      (error: DOMException) => error.name !== 'NotAllowedError',
    )
    sound.element.hidden = playing
  }

  function update(player: Player): void {
    const media = player.media ?? null
    if (video.srcObject !== media) {
      video.srcObject = media
      if (media) void start()
    }
    status.dataset.phase = player.phase
    cover.hidden = player.phase === 'flowing' && !player.cameraOff
    setText(cover, player.phase === 'flowing' ? `${userName} has the camera off` : '…')
    setText(text, words(player))
    setText(print, player.code ? `Code ${player.code}` : '')
    again.element.hidden = player.phase !== 'failed'
  }

  const name = h('span', { class: 'name', title: userName }, userName)
  const caption = h('div', { class: 'caption' }, name, status)
  const element = h(
    'li',
    { class: 'tile', 'data-stream': streamID, 'aria-label': `Stream ${streamID} of ${userName}` },
    h('div', { class: 'stage' }, video, cover),
    caption,
    h('div', { class: 'buttons' }, again.element, sound.element),
  )
  return { element, video, update }
}

function words({ phase, code, microphoneOff }: Player): string {
  switch (phase) {
    case 'idle':
      return 'Stopped'
    case 'requesting':
      return 'Connecting…'
    case 'retrying':
      return reactionTo(code, { retrying: true }).message
    case 'failed':
      return 'Not playing: the attempt has ended'
    case 'flowing':
      return microphoneOff ? 'Playing, microphone muted' : 'Playing'
  }
}
