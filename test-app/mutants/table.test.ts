import { expect, test } from 'vitest'
import { codes } from '../../src/codes/index.ts'
import { type Kind, reactionTo } from '../src/reactions.ts'
import { mutated, nameOf, tableMutants } from './table.ts'

type Rows = Record<number, readonly [Kind, string]>

const rows = (): Rows => ({ 1: ['retry', 'One.'], 2: ['retry', 'One.'], 3: ['fix-input', 'Three.'] })
const reacting = (names: readonly string[]) => {
  const table = rows()
  const reaction = (code = 0) => ({
    kind: table[code]?.[0] ?? 'none',
    message: table[code]?.[1] ?? '',
    actions: [
      { label: 'Try again', run: 'retry' as const },
      { label: 'Copy', run: 'copy-details' as const },
    ],
    severity: 'error' as const,
  })
  return mutated(table, reaction, names)
}

test('every row is got wrong in every way that it has', () => {
  const names = tableMutants(
    codes.map(({ code }) => code),
    reactionTo,
  )
  expect(names.length).toBeGreaterThan(600)
  expect(names).toContain('reaction 1002034: action')
  expect(names).not.toContain('reaction 0: action')
})

test('a mutant changes its own row alone', () => {
  const react = reacting([nameOf(1, 'words')])
  expect(react(1).message).toBe('Three.')
  expect(react(2).message).toBe('One.')
})

test('the advised action goes, the others stay', () => {
  const react = reacting([nameOf(1, 'action')])
  expect(react(1).actions.map(({ label }) => label)).toEqual(['Copy'])
  expect(react(2).actions).toHaveLength(2)
})

test('another kind is shown elsewhere', () => {
  expect(reacting([nameOf(3, 'kind')])(3).kind).toBe('wait')
})

test('without a mutant nothing changes', () => {
  const react = reacting([])
  for (const code of [1, 2, 3]) expect(react(code).message).toBe(rows()[code]?.[1])
})
