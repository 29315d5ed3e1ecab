import type { CaptureState } from '../device/capture.ts'
import type { PublicationState } from '../publish/publication.ts'
import { reactionTo } from '../reactions.ts'
import type { Store } from '../store.ts'
import { h, setText } from './elements/dom.ts'

/**
 * Says how a stream fares, and never more than is true: live is only what the others can really get. `capture` is where
 * the stream comes from, if from camera and microphone.
 */
export function publishingStatus(
  publication: Store<PublicationState>,
  label: string,
  capture?: Store<CaptureState>,
): HTMLElement {
  const text = h('span')
  const print = h('small')
  const view = h('p', { role: 'status', 'aria-label': label, class: 'status' }, text, print)
  const render = () => {
    const state = publication.get()
    view.dataset.phase = state.phase
    const said = words(state, capture?.get())
    view.toggleAttribute('data-lacking', said !== 'Live')
    setText(text, said)
    setText(print, state.code ? `Code ${state.code}` : '')
  }
  publication.watch(render)
  capture?.watch(render)
  return view
}

function words({ phase, code, sent }: PublicationState, capture: Partial<CaptureState> = {}): string {
  const { lost = [], silenced = [], asking } = capture
  switch (phase) {
    case 'idle':
      if (asking === 'for long')
        return 'Camera and microphone do not answer. Does your browser ask for permission?'
      return asking ? 'Waiting for camera and microphone…' : 'Not live'
    case 'requesting':
      return 'Requesting… nobody sees you yet'
    case 'retrying':
      return reactionTo(code, { retrying: true }).message
    case 'failed':
      return 'Not live: the attempt has ended'
    case 'flowing':
      if (lost.length === 2 || (sent && sent.video + sent.audio === 0)) return 'Live, but sending nothing'
      if (lost.includes('camera')) return 'Live, without a picture'
      if (lost.includes('microphone')) return 'Live, without sound'
      if (silenced.includes('camera')) return 'Live, without a picture: your computer keeps the camera off'
      return silenced.includes('microphone')
        ? 'Live, without sound: your computer keeps the microphone muted'
        : 'Live'
  }
}

/** What is really sent, beside the status and not in it: numbers that change all the time are not to be read out. */
export function sendingRate(publication: Store<PublicationState>): HTMLElement {
  const text = h('span', { class: 'muted rate', title: 'What is sent right now: picture + sound' })
  publication.watch(({ sent }) => setText(text, sent ? `${sent.video} + ${sent.audio} kbit/s` : ''))
  return text
}
