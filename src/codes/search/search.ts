import type { CodeRow } from '../row.ts'
import { occursIn, withParts } from './occurrence.ts'
import { synonymOf } from './synonyms.ts'
import { typedFor } from './typed.ts'
import { isHan, normal, stemOf, wordForms, wordsIn } from './word-forms.ts'

/** The rows that every word leads to: those with hits in number, name, title or what people type before those in the prose. */
export function rank<Row extends CodeRow>(words: string, rows: readonly Row[]): readonly Row[] {
  const wanted = normal(words).split(/\s+/).filter(Boolean)
  return rows
    .map((row) => ({ row, score: score(wanted, row) }))
    .filter((found) => found.score !== undefined)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map((found) => found.row)
}

/** Sum of the words' scores; undefined as soon as one word is not found. */
function score(words: readonly string[], row: CodeRow): number | undefined {
  const texts = textsOf(row)
  let sum = 0
  for (const word of words) {
    const found = scoreOf(word, texts) ?? scoreOfParts(word, texts)
    if (found === undefined) return undefined
    sum += found
  }
  return sum
}

interface Texts {
  readonly number: string
  readonly headline: string
  readonly prose: string
  /** Stems, and Chinese words as they are. */
  readonly typed: ReadonlySet<string>
}

function textsOf(row: CodeRow): Texts {
  return {
    number: String(row.code),
    headline: textOf([row.name, row.title, row.titleZh]),
    prose: textOf([row.cause, row.advice, row.drift, row.section, row.reaction, ...row.channels]),
    typed: new Set(typedFor(row.code).map(stemOf)),
  }
}

function textOf(parts: readonly (string | undefined)[]): string {
  return normal(withParts(parts.join('\n')))
}

function scoreOf(word: string, { number, headline, prose, typed }: Texts): number | undefined {
  if (number === word) return 8
  if (number.startsWith(word)) return 4
  const forms = [word, synonymOf(word)].flatMap((each) => (each ? wordForms(each) : []))
  const hits = [forms.some((form) => occursIn(headline, form)), isTyped(word, typed)].filter(Boolean).length
  if (hits > 0) return 2 + hits
  return forms.some((form) => occursIn(prose, form)) ? 1 : undefined
}

/** Chinese words have no borders: a part of one is one. */
function isTyped(word: string, typed: ReadonlySet<string>): boolean {
  return typed.has(stemOf(word)) || (isHan(word) && [...typed].some((each) => each.includes(word)))
}

/** A Chinese phrase is found by its words. */
function scoreOfParts(phrase: string, texts: Texts): number | undefined {
  const parts = wordsIn(phrase)
  if (parts.length < 2) return undefined
  const scores = parts.map((part) => scoreOf(part, texts))
  return scores.includes(undefined) ? undefined : scores.reduce<number>((sum, each) => sum + (each ?? 0), 0)
}
