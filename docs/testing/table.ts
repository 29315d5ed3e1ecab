import type { Page } from './page.ts'

/** One row of a table, by the names of its columns. */
export type Row = Readonly<Record<string, string>>

/** The rows of every table of a page that has this column. @throws {Error} when there is no such table */
export function rowsWith(column: string, { file, text }: Page): readonly Row[] {
  const tables = [...text.matchAll(/(?:^\|.*\n)+/gm)].map(([table]) => table.trim().split('\n').map(cellsOf))
  const wanted = tables.filter(([columns]) => columns?.includes(column))
  if (!wanted.length) throw new Error(`${file} has no table with a column "${column}".`)
  return wanted.flatMap(([columns = [], , ...rows]) =>
    rows.map((cells) => Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? '']))),
  )
}

/** What a text names in backticks. */
export const named = (text = ''): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)

const cellsOf = (line: string) =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())
