import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentHash, onlyFrom } from './built.ts'

test('a build is kept only as long as nothing that it is made from changes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'built-'))
  const files = ['a.ts', 'b.ts'].map((name) => join(folder, name))
  const write = (...contents: string[]) => {
    for (const [index, file] of files.entries()) writeFileSync(file, contents[index] ?? '')
    return contentHash(files)
  }
  const first = write('one', 'two')
  expect(write('one', 'two')).toBe(first)
  expect(write('one', 'three')).not.toBe(first)
  expect(write('onet', 'wo')).not.toBe(first)
  expect(contentHash(files.slice(0, 1))).not.toBe(first)
  rmSync(folder, { recursive: true })
})

test('a module whose change would go unnoticed is refused', () => {
  const { load } = onlyFrom('/app', '/node_modules') as { load: (id: string) => unknown }
  expect([load('/app/src/main.ts'), load('\0vite/preload-helper.js')]).toEqual([null, null])
  expect(() => load('/src/codes/index.ts')).toThrow(/would contain \/src\/codes\/index\.ts.*builds are kept/s)
})
