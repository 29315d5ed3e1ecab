import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findCodePlaces, placesIn } from './scenario-sources.ts'

test('a tag is found with the title of its scenario', () => {
  const source = [
    "test('camera unplugged', { tag: '@1006006' }, async ({ faults }) => { await faults.device.unplug('camera') })",
    '',
    'test(',
    '  "the user\'s other device",',
    "  { tag: ['@1002055', '@0'] },",
    '  async () => {},',
    ')',
  ].join('\n')
  expect(placesIn(source, 'a.spec.ts')).toEqual([
    { code: 1006006, file: 'a.spec.ts', line: 1, title: 'camera unplugged', faults: ['device.unplug'] },
    { code: 1002055, file: 'a.spec.ts', line: 5, title: "the user's other device", faults: [] },
    { code: 0, file: 'a.spec.ts', line: 5, title: "the user's other device", faults: [] },
  ])
})

test('a number that is no tag says nothing about what a scenario is for', () => {
  const source =
    "test('cut', { tag: '@1000017' }, async ({ zego }) => { await expect(zego).not.toSurface(1002050) })"
  expect(placesIn(source, 'a.spec.ts').map(({ code }) => code)).toEqual([1000017])
})

test('in a file that makes its tags from a table, the numbers of the table count', () => {
  const source = `const rows = [{ code: 1002001 }, { code: 1_002_002 }, { code: 100_001 }]
for (const { code } of rows) test('refused', { tag: \`@\${code}\` }, async ({ faults }) => { await faults.input.tooLong({ bytes: 9 }) })`
  expect(placesIn(source, 'b.spec.ts')).toEqual([
    { code: 1002001, file: 'b.spec.ts', line: 1, faults: ['input.tooLong'] },
    { code: 1002002, file: 'b.spec.ts', line: 1, faults: ['input.tooLong'] },
    { code: 100001, file: 'b.spec.ts', line: 1, faults: ['input.tooLong'] },
  ])
})

test('so they do where a function makes the tags', () => {
  const source = "const rows = [{ code: 1002001 }]\ntest('refused', { tag: tagsOf(rows) }, async () => {})"
  expect(placesIn(source, 'b.spec.ts').map(({ code }) => code)).toEqual([1002001])
})

test('in such a file, a number within an assertion is not of the table', () => {
  const source = `const rows = [
  [1002001, 'x'],
  { code: 1002002 },
]
for (const { code } of rows) test('refused', { tag: \`@\${code}\` }, async ({ zego }) => {
  expect(value).toEqual({ errorCode: 1103001 })
  await expect(zego).toSurface(1103002)
})`
  expect(placesIn(source, 'b.spec.ts').map(({ code }) => code)).toEqual([1002001, 1002002])
})

test('sources are found in a folder and those below, but those of other runners and of packages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sources-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const source = "test('a', { tag: '@1006006' }, () => {})"
  const files = {
    'device/a.spec.ts': source,
    'device/b.test.ts': `import { test } from 'vitest'\n${source}`,
    'device/c.ts': source,
    'node_modules/d.spec.ts': source,
    'e.test.mjs': source,
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const found = (isCode: (code: number) => boolean) =>
    findCodePlaces(folder, isCode).map(({ file }) => relative(folder, file))
  expect(found(() => true)).toEqual(['device/a.spec.ts', 'e.test.mjs'])
  expect(found((code) => code !== 1006006)).toEqual([])
  expect(findCodePlaces(join(folder, 'none'), () => true)).toEqual([])
})

test('where no table makes the tags, a number in an object is none', () => {
  const source = "const other = { code: 1002050 }\ntest('cut', { tag: '@1000017' }, async () => {})"
  expect(placesIn(source, 'a.spec.ts').map(({ code }) => code)).toEqual([1000017])
})
