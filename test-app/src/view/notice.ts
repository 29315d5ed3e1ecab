import type { Store } from '../store.ts'
import { createButton } from './button.ts'
import { h } from './dom.ts'

/** Something good or harmless to know; it waits until it is read, and never interrupts. */
export function noticeView(notice: Store<string>): HTMLElement {
  const view = h('p', { role: 'status', 'aria-label': 'Notice', class: 'notice' })
  const close = createButton(() => notice.set(''), { label: 'Close', look: 'quiet' })
  notice.watch((text) => {
    view.replaceChildren(...(text ? [h('span', {}, text), close.element] : []))
  })
  return view
}
