import type { Problems } from '../problem.ts'
import { h } from './dom.ts'
import { type ProblemView, problemView } from './problem.ts'

/** The one alert of the page: the problem to solve first with its actions, and in short whatever else is open. */
export function alertView(problems: Problems): HTMLElement {
  const region = h('section', { role: 'alert', 'aria-label': 'Problem', class: 'alert' })
  let view: ProblemView | undefined
  problems.open.watch(([first, ...others]) => {
    region.dataset.severity = first?.severity ?? ''
    if (!first) {
      view = undefined
      return clear(region)
    }
    // Where the same buttons are wanted they stay: none is pulled away from under the cursor.
    if (!view?.fits(first)) {
      view = problemView(problems, first)
      region.replaceChildren(...view.elements)
    }
    view.update(first, others)
  })
  return region
}

/** When the button under the cursor goes, the cursor goes on from where the page begins. */
function clear(region: HTMLElement): void {
  const hadFocus = region.contains(document.activeElement)
  region.replaceChildren()
  if (hadFocus) document.querySelector<HTMLElement>(':not([hidden]) > h1')?.focus()
}
