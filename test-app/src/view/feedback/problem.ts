import type { Problem, Problems } from '../../problem/problem.ts'
import { supportText } from '../../problem/support.ts'
import { createButton } from '../elements/button.ts'
import { h, setText } from '../elements/dom.ts'

export interface ProblemView {
  readonly element: HTMLElement
  /** True when this view has the buttons that `problem` needs. */
  fits(problem: Problem): boolean
  update(problem: Problem): void
}

/** A problem in words, with its actions and what support needs to know. */
export function problemView(problems: Problems, shown: Problem): ProblemView {
  const words = h('p')
  const print = h('small')
  const details = h('pre', { 'aria-label': 'Details for support' })
  const element = h(
    'div',
    { class: 'problem' },
    words,
    buttons(problems, shown),
    h('details', {}, h('summary', {}, print), details),
  )
  return {
    element,
    fits: (problem) => keyOf(problem) === keyOf(shown),
    update(problem) {
      element.dataset.severity = problem.severity
      if (words.textContent !== textOf(problem)) words.replaceChildren(...inWords(problem))
      setText(print, smallPrint(problem))
      setText(details, supportText(problem))
    },
  }
}

function buttons(problems: Problems, { about, actions }: Problem): HTMLElement {
  // A newer problem of the same subject may stand here by the time a button is pressed.
  const latest = (index: number) =>
    problems.open.get().find((problem) => problem.about === about)?.actions[index]
  const all = actions.map(({ label }, index) =>
    createButton(() => latest(index)?.run(), { label, look: index === 0 ? 'main' : 'plain' }),
  )
  const canWait = about !== 'room' && about !== 'app'
  if (canWait) all.push(createButton(() => problems.clear(about), { label: 'Dismiss', look: 'quiet' }))
  return h('div', { class: 'buttons' }, ...all.map(({ element }) => element))
}

function keyOf({ about, actions }: Problem): string {
  return [about, ...actions.map(({ label }) => label)].join()
}

function inWords({ headline, message }: Problem): (Node | string)[] {
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
