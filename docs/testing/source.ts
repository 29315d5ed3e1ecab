import { basename, join } from 'node:path'
import { formOf, notes } from './form.ts'
import { type Block, placeOf } from './page.ts'

/** A file that executes a block. */
export interface Source {
  readonly block: Block
  /** Relative to the workspace. */
  readonly file: string
  readonly text: string
}

/** The files that execute a TypeScript block, or the failure that a block shows; none for other blocks. */
export function sourcesOf(block: Block, all: readonly Block[]): readonly Source[] {
  const file = fileOf(block)
  switch (formOf(block)) {
    case 'test':
      return [{ block, file, text: inPlace(block, harness) + openedIn(block) }]
    case 'options':
      return [{ block, file, text: inPlace(block, harness) + opening(block) }]
    case 'configuration':
      return [{ block, file, text: inPlace(block, "import { defineConfig } from '@playwright/test'") }]
    case 'module': {
      const use = `import { test } from './${basename(file)}'\n${opening(block)}`
      return [
        { block, file, text: inPlace(block) },
        { block, file: file.replace(/\.ts$/, '.spec.ts'), text: use },
      ]
    }
    case 'failure':
      return [{ block, ...broken(block, all) }]
    default:
      return []
  }
}

/** The folder of a page's files, as if it were the project of a reader. */
export const projectOf = ({ page }: Pick<Block, 'page'>) => page.replace(/\.md$/, '').replaceAll('/', '-')

const harness = "import { expect, test } from 'zego-fault-harness'"

/** On the lines that the block has in its page, so that every message about it names them. */
function inPlace({ line, text }: Block, imports = ''): string {
  const first = /^import /m.test(text) ? '' : imports
  return `${first}${'\n'.repeat(line - 1)}${text}\n`
}

const isScenario = ({ text }: Block) => text.includes("from '../test.ts'")

/** A comment in the block's first line names its file. */
function fileOf(block: Block): string {
  const { line, page, text } = block
  if (isScenario(block)) return `scenarios/${basename(page, '.md')}-${line}.spec.ts`
  const named = /^\/\/ (\S+\.ts)$/.exec(text.split('\n')[0] ?? '')?.[1]
  const kind = formOf(block) === 'configuration' ? 'config' : 'spec'
  return join(projectOf(block), named ?? `line-${line}.${kind}.ts`)
}

/** Scenarios have the sample app, Chinese pages the Chinese class room, and all others the English one. */
function openedIn(block: Block): string {
  const port = isScenario(block) ? 'TEST_APP_PORT' : block.page.includes('.zh-CN') && 'CHINESE_PORT'
  return port ? `test.use({ baseURL: \`http://127.0.0.1:\${process.env.${port}}\` })\n` : ''
}

/** A test for what has none: where it is the harness that answers, the app opens and joins. */
function opening({ text }: Block): string {
  if (/^import /m.test(text) && !text.includes('zego-fault-harness')) return "test('this loads', () => {})\n"
  const join = "await page.locator('#join').click(); await page.locator('#speak:enabled').waitFor()"
  return `test('the app works with this', async ({ page }) => { await page.goto('/'); ${join} })\n`
}

/** The test above a block, broken as the block's note says. They come last, since a failure costs a browser. */
function broken(block: Block, all: readonly Block[]): { file: string; text: string } {
  const { before = '', after = '' } = notes.failure.exec(block.note ?? '')?.groups ?? {}
  const test = all.findLast(
    (each) => each.page === block.page && each.line < block.line && formOf(each) === 'test',
  )
  if (!test?.text.includes(before)) throw new Error(`${placeOf(block)}: no test above it says ${before}`)
  // Nobody waits long for what is not to come.
  const text = test.text.replaceAll('expect(zego)', 'expect.configure({ timeout: 2_000 })(zego)')
  const changed = { ...test, text: text.replaceAll(before, after) }
  return {
    file: `zz-failures/${projectOf(block)}-${block.line}.spec.ts`,
    text: inPlace(changed, harness) + openedIn(test),
  }
}
