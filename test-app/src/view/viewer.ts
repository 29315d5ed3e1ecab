import type { Watching, WatchingPhase } from '../play/watching.ts'
import { h, setText } from './elements/dom.ts'

const words: Record<WatchingPhase, string> = {
  idle: 'Stopped',
  loading: 'Connecting…',
  playing: 'Playing',
  waiting: 'Waiting for the stream…',
  stopped: 'Not playing: the attempt has ended',
}

/** The picture, and where it stands. */
export function viewerView({ phase }: Watching, container: HTMLElement): HTMLElement {
  const status = h('p', { role: 'status', 'aria-label': 'Watching status', class: 'status' })
  phase.watch((now) => setText(status, words[now]))
  return h('div', { class: 'tile' }, h('h1', { tabindex: '-1' }, 'Live'), container, status)
}
