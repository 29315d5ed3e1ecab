import { expect, test } from 'vitest'
import { after, killersByMutant, none, shownFirstTo } from './killers.ts'

const known = {
  untouched: ['handler of nobody'],
  scenarios: {
    a: { patience: 2_000, kills: ['one', 'two'] },
    b: { patience: 8_000, kills: ['three'] },
  },
}
const patience = () => 4_000

test('what was judged replaces what was known, and the rest stays', () => {
  const killed = new Map([
    ['two', 'b'],
    ['handler of nobody', 'c'],
  ])
  expect(after(known, killed, ['three'], ['four'], patience)).toEqual({
    untouched: ['four'],
    scenarios: {
      a: { patience: 2_000, kills: ['one'] },
      b: { patience: 8_000, kills: ['two'] },
      c: { patience: 4_000, kills: ['handler of nobody'] },
    },
  })
})

test('from nothing, it is what was judged', () => {
  const killers = after(none, new Map([['one', 'a']]), [], [], patience)
  expect(killersByMutant(killers)).toEqual(new Map([['one', 'a']]))
})

test('a mutant is shown to its last killer first, once, and to the others in their order', () => {
  const mutant = { name: 'one', scenarios: ['x', 'a', 'y'], shares: true }
  expect(shownFirstTo('a', mutant)).toEqual({ ...mutant, scenarios: ['a', 'x', 'y'] })
  expect(shownFirstTo(undefined, mutant)).toBe(mutant)
})

test('who comes to its place is asked each time, for every run tells of more', () => {
  const others: string[] = []
  const mutant = {
    name: 'one',
    shares: false,
    get scenarios() {
      return [...others]
    },
  }
  const shown = shownFirstTo('a', mutant)
  others.push('late')
  expect(shown.scenarios).toEqual(['a', 'late'])
})
