import type { PublicationState } from '../publication.ts'
import { reactionTo } from '../reactions.ts'
import type { Store } from '../store.ts'
import { h, setText } from './dom.ts'

/** Says how the stream fares, and never more than is true: live is only what the others can really get. */
export function publishingStatus(publication: Store<PublicationState>, label: string): HTMLElement {
  const text = h('span')
  const print = h('small')
  const view = h('p', { role: 'status', 'aria-label': label, class: 'status' }, text, print)
  publication.watch((state) => {
    view.dataset.phase = state.phase
    setText(text, words(state))
    setText(print, state.code ? `Code ${state.code}` : '')
  })
  return view
}

function words({ phase, code, sent }: PublicationState): string {
  switch (phase) {
    case 'idle':
      return 'Not live'
    case 'requesting':
      return 'Requesting… nobody sees you yet'
    case 'retrying':
      return reactionTo(code, { retrying: true }).message
    case 'failed':
      return 'Not live: the attempt has ended'
    case 'flowing':
      return sent && sent.video + sent.audio === 0
        ? 'Live, but no picture or sound is leaving this computer'
        : 'Live'
  }
}

/** What is really sent, beside the status and not in it: numbers that change all the time are not to be read out. */
export function sendingRate(publication: Store<PublicationState>): HTMLElement {
  const text = h('span', { class: 'muted rate', title: 'What is sent right now: picture + sound' })
  publication.watch(({ sent }) => setText(text, sent ? `${sent.video} + ${sent.audio} kbit/s` : ''))
  return text
}
