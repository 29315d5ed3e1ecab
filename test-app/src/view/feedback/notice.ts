import type { Notice } from '../../problem/problem.ts'
import type { Store } from '../../store.ts'
import { createButton } from '../elements/button.ts'
import { h } from '../elements/dom.ts'

/** Something good or harmless to know; it waits until it is read, and never interrupts. */
export function noticeView(notice: Store<Notice>): HTMLElement {
  const view = h('p', { role: 'status', 'aria-label': 'Notice', class: 'notice' })
  const close = createButton(() => notice.set({ text: '', actions: [] }), { label: 'Close', look: 'quiet' })
  notice.watch(({ text, actions }) => {
    const buttons = actions.map(({ label, run }) => createButton(run, { label }).element)
    view.replaceChildren(...(text ? [h('span', {}, text), ...buttons, close.element] : []))
  })
  return view
}
