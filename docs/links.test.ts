import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { commandsOf, complaintAbout } from './testing/commands.ts'
import { type Page, pages, parsePage, root } from './testing/page.ts'

/** What pages point at, outside their blocks, is there: files, headings, and commands named in a line of text. */
const proseOf = ({ text }: Page) => text.replaceAll(/^```[\s\S]*?^```$/gm, '')

const linksOf = (page: Page) =>
  [...proseOf(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(([, file, heading]) => ({
    file: file ? join(dirname(page.file), file) : page.file,
    heading,
  }))

/** As GitHub makes them of headings. */
const anchorsOf = (page: Page | undefined) =>
  [...(page ? proseOf(page) : '').matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  )

test.each(pages)('what $file links to is there', (page) => {
  for (const { file, heading } of linksOf(page)) {
    expect(existsSync(join(root, file)), `${page.file} links to ${file}`).toBe(true)
    if (!heading) continue
    const anchors = anchorsOf(pages.find((each) => each.file === file))
    expect(anchors, `${page.file} links to ${file}#${heading}`).toContain(heading)
  }
})

/** What npm puts into the package. The output of a build is no page. */
const packed: readonly { readonly files: readonly { readonly path: string }[] }[] = Object.values(
  JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' }),
  ),
)
const shipped = packed
  .flatMap(({ files }) => files.map(({ path }) => path))
  .filter((path) => !/^(dist|bin)\//.test(path))
const shippedPages = shipped.filter((path) => path.endsWith('.md'))

test.each(shippedPages)('what %s links to is in the package, too', (file) => {
  const page = parsePage(file, readFileSync(join(root, file), 'utf8'))
  const dead = linksOf(page).filter((link) => !shipped.includes(link.file))
  expect(dead, 'Name a file of the repository as code, or put it into "files" of package.json').toEqual([])
})

test('the package has pages', () => {
  expect(shippedPages).toEqual(
    expect.arrayContaining(['README.md', 'CHANGELOG.md', 'docs/README.md', 'docs/codes.md']),
  )
})

/** Inline code that is the path of something in the repository, as a whole; what runs leave behind is not there yet. */
const pathsIn = (page: Page) =>
  [
    ...proseOf(page).matchAll(
      /`((?:src|scenarios|versions|examples|fixtures|test-app|scripts|docs)\/[\w./-]*)`/g,
    ),
  ].map(([, path = '']) => path)

test.each(pages)('the files that $file names are there', (page) => {
  const missing = pathsIn(page).filter((path) => !existsSync(join(root, path)))
  expect(missing).toEqual([])
})

/** Inline code that is a command of ours; what stands for something else is filled in. */
const commandsIn = (page: Page) =>
  [...proseOf(page).matchAll(/`((?:npm run|npx zego-faults)\s[^`]+)`/g)].flatMap(([, command = '']) =>
    commandsOf(command.replaceAll(/\s+/g, ' ').replace('<code>', '1006006')),
  )

test.each(pages)('the commands that $file mentions work', async (page) => {
  for (const command of commandsIn(page))
    expect(await complaintAbout(command, root), page.file).toBeUndefined()
})
