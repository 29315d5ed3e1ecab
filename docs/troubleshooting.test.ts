import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pageOf, root } from './testing/page.ts'
import { named, rowsWith } from './testing/table.ts'

/** Whatever the package throws at people who write tests is in the list of failures, by how it begins. */
const faq = pageOf('docs/troubleshooting.md')
const { text: page } = faq

/** The last table is about messages that are not ours. */
const playwright = page.slice(page.indexOf('## Playwright says'))

/** It is an answer of the cloud to a client, not a failure of a test. */
const answers = ['Refusal']

/** Run in a page, are said to the cloud's own doors, or by code that only tests use. */
const internal =
  /\.test\.ts$|\/testing\/|\/page\/|\/page-|\/gateway\/|\/mixer\/|\/accesshub\/|scripted-client/

const sources = ['src', 'fixtures']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file}`)
      .filter((file) => file.endsWith('.ts')),
  )
  .concat('test-app/src/reactions.ts')
const textOf = (file: string) => readFileSync(join(root, file), 'utf8')

const classes = sources.flatMap((file) =>
  [...textOf(file).matchAll(/class (\w+) extends Error\b/g)].map(([, name = '']) => name),
)

const messages = sources
  .filter((file) => !internal.test(file))
  .flatMap((file) =>
    [...textOf(file).matchAll(/new (?:Type|Range)?Error\(\s*([`'"])(.+?)\1/g)].map(([, , message = '']) => ({
      file,
      message,
    })),
  )

/** The first words of a message that are always the same. */
const beginning = (message: string) =>
  message
    .replaceAll("\\'", "'")
    .split(/\$\{[^}]*\}|\\n|(?<=\.) /)
    .find((part) => part.trim().length > 8)
    ?.trim()
    .slice(0, 24)
    .trim() ?? ''

test.each(classes.filter((name) => !answers.includes(name)))('%s is explained', (name) => {
  expect(page).toContain(`\`${name}\``)
})

test.each(messages)('$file: "$message" is explained', ({ message }) => {
  expect(page.includes(beginning(message)), `docs/troubleshooting.md has no "${beginning(message)} …"`).toBe(
    true,
  )
})

test('there are messages to explain', () => {
  expect(messages.length).toBeGreaterThan(25)
})

const said = [...rowsWith('the test says', faq), ...rowsWith('it says', faq)]
  .map((row) => row['the test says'] ?? row['it says'] ?? '')
  .filter((text) => !playwright.includes(text))
const everything = sources.map(textOf).join('\n').replaceAll("\\'", "'")

test.each(said)('%s is really said', (text) => {
  const parts = named(text)
    .flatMap((message) => message.split('…'))
    .map((part) => part.trim())
  for (const part of parts.filter((each) => each.length > 3))
    expect(everything.includes(part), `Nothing in the package says "${part}"`).toBe(true)
})
