import { type Circumstances, reactionTo } from '../../test-app/src/reactions.ts'
import type { Shown } from './shown.ts'

/** What the app must tell about a code. */
export type Expected = Omit<Shown, 'headline' | 'since' | 'isOver' | 'before'> & {
  /** Said by the app of its own after the words of the reaction, such as the reason a host gave. */
  readonly note?: RegExp
}

export interface Beside {
  /** What else the app says about it. */
  readonly note?: RegExp
  /** What else it offers, by name: nothing by default. */
  readonly also?: readonly string[]
}

/**
 * The reaction to a code as the one table has it, and where the sample app shows such a reaction: beside what it is about
 * while the SDK is retrying, as a notice when nothing is broken, else as an alert.
 */
export function expected(
  code: number,
  { note, also = [], ...circumstances }: Circumstances & Beside = {},
): Expected {
  const { message, severity, ...reaction } = reactionTo(code, circumstances)
  if (circumstances.retrying) return { where: 'status', words: message, code, severity: '', actions: [] }
  const actions = [...reaction.actions.map(({ label }) => label), ...also]
  if (severity === 'info')
    return { where: 'notice', words: `${message} (code ${code})`, code, severity: '', actions }
  return { where: 'alert', words: message, code, severity, actions, ...(note && { note }) }
}

/** What keeps `shown` from being what was expected since then; nothing when it is. */
export function differences(expected: Expected, shown: Shown, since: number): readonly string[] {
  const { where, words, code, severity, actions } = shown
  const wrong: string[] = []
  if (code !== expected.code) wrong.push(`it is about ${code ?? 'no code'}`)
  if (!saysExactly(expected, words)) wrong.push(`it says “${words}”`)
  if (where !== expected.where && !(where === 'others' && expected.where === 'alert'))
    wrong.push(`it stands in the ${where}`)
  if (severity !== expected.severity) wrong.push(`it is shown as ${severity || 'neither warning nor error'}`)
  if (String(actions) !== String(expected.actions)) wrong.push(`it offers ${inWords(actions)}`)
  if (shown.since < since) wrong.push(`it stood there ${since - shown.since} ms before the fault`)
  return wrong
}

/** Words of a reaction, and a note only where one is expected. */
function saysExactly({ words, note }: Expected, said: string): boolean {
  if (!note) return said === words
  return said.startsWith(`${words} `) && note.test(said.slice(words.length + 1))
}

/** Names of buttons, for people. */
export function inWords(actions: readonly string[]): string {
  return actions.length ? `“${actions.join('”, “')}”` : 'nothing'
}
