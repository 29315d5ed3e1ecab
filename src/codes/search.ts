import type { CodeRow } from './row.ts'

/** The rows that contain every word, those with hits in number, name or title before those with hits in the prose. */
export function rank<Row extends CodeRow>(words: string, rows: readonly Row[]): readonly Row[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return rows
    .map((row) => ({ row, score: score(wanted, row) }))
    .filter((found) => found.score !== undefined)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map((found) => found.row)
}

/** Sum of the words' scores; undefined as soon as one word is not found. */
function score(words: readonly string[], row: CodeRow): number | undefined {
  const number = String(row.code)
  const headline = [row.name, row.title, row.titleZh].join('\n').toLowerCase()
  const prose = [row.cause, row.advice, row.drift, row.section, row.reaction, ...row.channels]
    .join('\n')
    .toLowerCase()
  let sum = 0
  for (const word of words) {
    if (number === word) sum += 8
    else if (number.startsWith(word)) sum += 4
    else if (headline.includes(word)) sum += 3
    else if (prose.includes(word)) sum += 1
    else return undefined
  }
  return sum
}
