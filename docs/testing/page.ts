import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The root of the repository. */
export const root = join(import.meta.dirname, '../..')

/** One fenced block of a page. */
export interface Block {
  /** The page, relative to the root. */
  readonly page: string
  /** Line of the page that the block's text begins on. */
  readonly line: number
  readonly language: string
  readonly text: string
  /** What the comment right above the block says about it. */
  readonly note?: string
}

/** One page of the documentation. */
export interface Page {
  /** Relative to the root. */
  readonly file: string
  readonly text: string
  readonly blocks: readonly Block[]
}

/** Where a block is, for messages: `README.md:43`. */
export const placeOf = ({ page, line }: Pick<Block, 'page' | 'line'>) => `${page}:${line}`

/** @throws {Error} when a block is opened and not closed */
export function parsePage(file: string, text: string): Page {
  const lines = text.split('\n')
  const fences = lines.flatMap((line, index) => (/^\s*(```|~~~)/.test(line) ? [index] : []))
  const blocks = fences.flatMap((open, number) => {
    if (number % 2) return []
    const close = fences[number + 1]
    if (close === undefined) throw new Error(`${file}:${open + 1}: this block is never closed`)
    const note = /^\s*<!--\s*(.+?)\s*-->$/.exec(lines[open - 1] ?? '')?.[1]
    const indent = lines[open]?.search(/\S/) ?? 0
    const own = lines.slice(open + 1, close).map((line) => line.slice(indent))
    const language = lines[open]?.trim().replace(/^(```|~~~)\s*/, '') ?? ''
    return [{ page: file, line: open + 2, language, text: own.join('\n'), note }]
  })
  return { file, text, blocks }
}

const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md') && !file.startsWith('.'))
  .map((file) => `docs/${file}`)

/** README in both languages, and everything under docs/. */
export const pages: readonly Page[] = ['README.md', 'README.zh-CN.md', ...inDocs.toSorted()].map((file) =>
  parsePage(file, readFileSync(join(root, file), 'utf8')),
)

/** The page of that name. @throws {Error} when there is none */
export function pageOf(file: string): Page {
  const page = pages.find((each) => each.file === file)
  if (page) return page
  throw new Error(`There is no page ${file}. There are ${pages.map((each) => each.file).join(', ')}.`)
}
