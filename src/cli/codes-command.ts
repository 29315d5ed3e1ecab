import { type CodeRow, evidenceClasses, search, sections } from '../codes/index.ts'
import { otherProduct } from '../codes/other-products.ts'
import { nearest } from '../codes/search/nearest.ts'
import { program } from './help.ts'
import { bold, type Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

interface Wanted {
  /** Every one must occur in a row. */
  readonly words: readonly string[]
  readonly section?: string
  readonly evidence?: string
  readonly json: boolean
}

/** Lists the rows that are wanted: 0 when there are any, 1 when there are none. */
export function codesCommand({ words, section, evidence, json }: Wanted, terminal: Terminal): 0 | 1 {
  demandOneOf(
    'section',
    section,
    sections.map(({ id }) => id),
  )
  demandOneOf('evidence class', evidence, Object.keys(evidenceClasses))
  const rows = search(words.join(' ')).filter(
    (row) => (!section || row.section === section) && (!evidence || row.evidence === evidence),
  )
  if (json) terminal.out(JSON.stringify(rows, null, 2))
  else if (rows.length === 0) terminal.err(nothing({ words, section, evidence }))
  else for (const line of table(rows, words.length > 0, terminal)) terminal.out(line)
  return rows.length > 0 ? 0 : 1
}

function demandOneOf(what: string, value: string | undefined, valid: readonly string[]): void {
  if (value === undefined || valid.includes(value)) return
  const close = nearest(value, valid)
  const hint = close.length > 0 ? `Did you mean ${close.join(' or ')}?` : `There are ${valid.join(', ')}.`
  throw new UsageError(`Unknown ${what} ${value}. ${hint}`)
}

/** Rows under the titles of their sections; search results as they come, best first. */
function table(rows: readonly CodeRow[], ranked: boolean, terminal: Terminal): readonly string[] {
  const line = (row: CodeRow) => `  ${String(row.code).padEnd(8)} ${row.evidence.padEnd(19)} ${row.title}`
  const total = rows.length === 1 ? '1 code.' : `${rows.length} codes.`
  const end = ['', `${total} More on one: ${program} explain ${rows[0]?.code}`]
  if (ranked) return [...rows.map(line), ...end]
  const lists = sections.flatMap(({ id, title }) => {
    const own = rows.filter((row) => row.section === id)
    return own.length > 0
      ? [bold(`${title} (${own.length}, --section ${id})`, terminal), ...own.map(line), '']
      : []
  })
  return [...lists, ...end.slice(1)]
}

function nothing({ words, section, evidence }: Omit<Wanted, 'json'>): string {
  const elsewhere = words.map((word) => otherProduct(Number(word))).find(Boolean)
  if (elsewhere) return elsewhere
  const limits = [
    ...(words.length > 0 ? [`with the words ${words.join(' ')}`] : []),
    ...(section ? [`in section ${section}`] : []),
    ...(evidence ? [`of evidence class ${evidence}`] : []),
  ]
  const strange = words.filter((word) => search(word).length === 0)
  const hint =
    strange.length > 0 && strange.length < words.length
      ? `No row has ${strange.join(' or ')}: leave that out.`
      : 'Leave something out, or use fewer or other words.'
  return `No documented code ${limits.join(', ')}. ${hint}`
}
