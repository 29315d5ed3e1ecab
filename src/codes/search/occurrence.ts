import { isHan } from './word-forms.ts'

/** Longest Latin word that must stand alone: a longer one may go on, as `kick` does in kick-out and kicked. */
const short = 3

/**
 * Whether a word occurs in a text, both in one spelling. A Latin word begins where a word begins, so that nobody who looks for
 * `ice` gets every device and service; Chinese words have no borders.
 */
export function occursIn(text: string, word: string): boolean {
  if (isHan(word)) return text.includes(word)
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (continues(text[at - 1], word[0])) continue
    if (word.length > short || endsAt(text, at + word.length)) return true
  }
  return false
}

/** Names as they are, and their parts: `roomStateChanged` is found by `state`, too. */
export function withParts(text: string): string {
  return `${text}\n${text.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')}`
}

/** A plural ends there as well. */
function endsAt(text: string, end: number): boolean {
  const next = text[end] === 's' ? end + 1 : end
  return !continues(text[next], text[end - 1])
}

function continues(...neighbours: readonly (string | undefined)[]): boolean {
  return neighbours.every((character) => character !== undefined && /[a-z\d]/.test(character))
}
