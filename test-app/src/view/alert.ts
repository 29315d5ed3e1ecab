import type { Problem, Problems } from '../problem.ts'
import { supportText } from '../support.ts'
import { createButton } from './button.ts'
import { h, setText } from './dom.ts'
import { icon } from './icon.ts'

/** The one alert of the page: the problem to solve first with its actions, and in short whatever else is open. */
export function alertView(problems: Problems): HTMLElement {
  const region = h('section', { role: 'alert', 'aria-label': 'Problem', class: 'alert' })
  let shown: Problem | undefined
  problems.open.watch(([first, ...others]) => {
    region.dataset.severity = first?.severity ?? ''
    if (!first) clear(region)
    else if (shown && sameButtons(shown, first)) rewrite(region, first, others)
    else region.replaceChildren(icon('alert'), mainProblem(problems, first), otherProblems(others))
    shown = first
  })
  return region
}

/** When the button under the cursor goes, the cursor goes on from where the page begins. */
function clear(region: HTMLElement): void {
  const hadFocus = region.contains(document.activeElement)
  region.replaceChildren()
  if (hadFocus) document.querySelector<HTMLElement>(':not([hidden]) > h1')?.focus()
}

function mainProblem(problems: Problems, first: Problem): HTMLElement {
  const { about } = first
  // A newer problem of the same subject may stand here by the time the button is pressed.
  const latest = () => problems.open.get().find((problem) => problem.about === about) ?? first
  const buttons = first.actions.map(({ label }, index) =>
    createButton(() => latest().actions[index]?.run(), { label, look: index === 0 ? 'main' : 'plain' }),
  )
  if (about !== 'room' && about !== 'app') {
    buttons.push(createButton(() => problems.clear(about), { label: 'Dismiss', look: 'quiet' }))
  }
  return h(
    'div',
    { class: 'problem' },
    h('p', { class: 'words' }, ...words(first)),
    h('div', { class: 'buttons' }, ...buttons.map(({ element }) => element)),
    h(
      'details',
      {},
      h('summary', {}, h('small', {}, smallPrint(first))),
      h('pre', { 'aria-label': 'Details for support' }, supportText(first)),
    ),
  )
}

function sameButtons(a: Problem, b: Problem): boolean {
  const labels = ({ actions }: Problem) => actions.map(({ label }) => label).join()
  return a.about === b.about && labels(a) === labels(b)
}

/** New words around the same buttons: a button is not pulled away from under the cursor. */
function rewrite(region: HTMLElement, first: Problem, others: readonly Problem[]): void {
  const part = (selector: string) => region.querySelector<HTMLElement>(selector) as HTMLElement
  if (part('.words').textContent !== textOf(first)) part('.words').replaceChildren(...words(first))
  setText(part('summary small'), smallPrint(first))
  setText(part('pre'), supportText(first))
  part('.others').replaceWith(otherProblems(others))
}

function otherProblems(others: readonly Problem[]): HTMLElement {
  const items = others.map((problem) =>
    h('li', {}, ...words(problem), ' ', h('small', {}, smallPrint(problem))),
  )
  return h('ul', { 'aria-label': 'Other problems', class: 'others', hidden: others.length === 0 }, ...items)
}

function words({ headline, message }: Problem): (Node | string)[] {
  return [h('strong', {}, `${headline}.`), ` ${message}`]
}

function textOf({ headline, message }: Problem): string {
  return `${headline}. ${message}`
}

/** The code is always there, also where it means nothing to the reader: support will ask for it. */
function smallPrint({ codes: [code, ...earlier], detail }: Problem): string {
  const parts = [
    code === undefined ? 'No ZEGO code' : `Code ${code}`,
    earlier.length > 0 ? `before it ${earlier.join(', ')}` : '',
    detail,
  ]
  return parts.filter(Boolean).join(' · ')
}
