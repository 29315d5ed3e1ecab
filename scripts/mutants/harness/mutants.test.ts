import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { edited, StaleMutant } from './edited.ts'
import { harnessMutants } from './harness-mutants.ts'

const root = join(import.meta.dirname, '../../..')
const mutants = harnessMutants

test.for(mutants.map((mutant) => [mutant.name, mutant] as const))('%s: is up to date', ([, mutant]) => {
  for (const edit of mutant.edits) {
    const text = readFileSync(join(root, edit.file), 'utf8')
    expect(edited(text, edit)).not.toBe(text)
  }
  for (const scenario of mutant.scenarios)
    expect(existsSync(join(root, 'scenarios', `${scenario}.spec.ts`)), scenario).toBe(true)
})

test('an edit that fits nowhere, or twice, is stale', () => {
  const edit = { file: 'a.ts', find: 'b', replace: 'c' }
  expect(edited('a b', edit)).toBe('a c')
  expect(() => edited('a', edit)).toThrow(StaleMutant)
  expect(() => edited('b b', edit)).toThrow('b is 2 times in a.ts')
})
