import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findCodePlaces } from '../ledger/scenario-sources.ts'
import { codes } from './index.ts'
import { recipesFor } from './recipes.ts'

const scenarios = findCodePlaces(join(import.meta.dirname, '../../scenarios'), () => true)
const recipes = codes.flatMap(({ code }) => recipesFor(code).map((recipe) => ({ code, recipe })))

test.each(recipes)('$code: $recipe is what its scenarios do', ({ code, recipe }) => {
  const files = scenarios.filter((place) => place.code === code).map(({ file }) => readFileSync(file, 'utf8'))
  const source = files.join('\n').replaceAll(/(?<=\d)_(?=\d)/g, '')
  const [call = ''] = recipe.split('  //')
  expect(source).toContain(/^faults\.\w+\.\w+\(/.exec(call)?.[0])
  for (const [text] of call.matchAll(/'[^']+'/g)) expect(source).toContain(text)
  for (const [, number] of call.matchAll(/reply\.code\((\d+)\)/g))
    expect(source).toMatch(new RegExp(`\\b${number}\\b`))
})

test('preparations make nothing', () => {
  const preparing = /faults\.(time\.\w+|\w+\.(grant|offer|offerRelay|restore|heal|plug|thaw|fast|visible))\(/
  expect(recipes.filter(({ recipe }) => preparing.test(recipe))).toEqual([])
})

test('most rows that are no matter of arguments have one', () => {
  expect(new Set(recipes.map(({ code }) => code)).size).toBeGreaterThan(110)
})
