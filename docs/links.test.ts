import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { commandsOf, complaintAbout } from './testing/commands.ts'
import { type Page, pages, root } from './testing/page.ts'

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

/** Inline code that is a command of ours; what stands for something else is filled in. */
const commandsIn = (page: Page) =>
  [...proseOf(page).matchAll(/`((?:npm run|npx zego-faults)\s[^`]+)`/g)].flatMap(([, command = '']) =>
    commandsOf(command.replaceAll(/\s+/g, ' ').replace('<code>', '1006006')),
  )

test.each(pages)('the commands that $file mentions work', async (page) => {
  for (const command of commandsIn(page))
    expect(await complaintAbout(command, root), page.file).toBeUndefined()
})
