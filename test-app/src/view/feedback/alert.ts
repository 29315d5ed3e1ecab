import type { Problem, Problems, Subject } from '../../problem/problem.ts'
import { h } from '../elements/dom.ts'
import { icon } from '../elements/icon.ts'
import { type ProblemView, problemView } from './problem.ts'

/** The one alert of the page: the problem to solve first, and below it whatever else is open, each with its actions. */
export function alertView(problems: Problems): HTMLElement {
  const region = h('section', { role: 'alert', 'aria-label': 'Problem', class: 'alert' })
  const sign = icon('alert')
  const rest = h('ul', { 'aria-label': 'Other problems', class: 'others' })
  let views = new Map<Subject, ProblemView>()
  problems.open.watch((open) => {
    region.dataset.severity = open[0]?.severity ?? ''
    views = new Map(open.map((problem) => [problem.about, viewOf(problem)]))
    const [first, ...others] = [...views.values()].map(({ element }) => element)
    if (!first) return clear(region)
    const focused = region.contains(document.activeElement) ? document.activeElement : null
    arrange(region, [sign, first, ...(others.length > 0 ? [rest] : [])])
    arrange(rest, others.map(rowOf))
    // A newer problem moves the one that the cursor is in.
    if (focused instanceof HTMLElement && document.activeElement !== focused) focused.focus()
  })
  return region

  /** Where the same buttons are wanted they stay: none is pulled away from under the cursor. */
  function viewOf(problem: Problem): ProblemView {
    const known = views.get(problem.about)
    const view = known?.fits(problem) ? known : problemView(problems, problem)
    view.update(problem)
    return view
  }
}

/** The row of a problem in the list: the one that it has, if it is there already. */
function rowOf(element: HTMLElement): HTMLElement {
  const { parentElement } = element
  return parentElement?.localName === 'li' ? parentElement : h('li', {}, element)
}

/** Touches nothing that is where it should be: what is moved loses the focus, and a click that is half done. */
function arrange(parent: HTMLElement, children: readonly Element[]): void {
  for (const child of [...parent.children]) if (!children.includes(child)) child.remove()
  for (const [at, child] of children.entries())
    if (parent.children[at] !== child) parent.insertBefore(child, parent.children[at] ?? null)
}

/** When the button under the cursor goes, the cursor goes on from where the page begins. */
function clear(region: HTMLElement): void {
  const hadFocus = region.contains(document.activeElement)
  region.replaceChildren()
  if (hadFocus) document.querySelector<HTMLElement>(':not([hidden]) > h1')?.focus()
}
