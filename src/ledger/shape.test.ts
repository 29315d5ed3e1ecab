import { expect, test } from 'vitest'
import { check, isArrayOf, isObject, isOneOf, isRecordOf } from './shape.ts'

test('what is nothing, or a list, is no object', () => {
  expect(check('evidence', null, 'object')).toBe('evidence should be of type object, but is null')
  expect(check('', [], isObject({}))).toBe('it should be an object, but is []')
  expect(check('', undefined, 'string')).toBe('it should be of type string, but is absent')
})

test('a list that reads like the word is not the word', () => {
  expect(check('schema', [1], isOneOf(/^1$/))).toBe('schema should match ^1$, but is [1]')
  expect(check('schema', 1, isOneOf(/^1$/))).toBeUndefined()
})

test('what is wrong is told by its place, however deep', () => {
  const shape = isObject({ rows: isRecordOf(isArrayOf('number')), 'note?': 'string' })
  expect(check('', { rows: { a: [1] }, note: null }, shape)).toBeUndefined()
  expect(check('', { rows: { a: [1, '2'] } }, shape)).toBe('rows.a[1] should be of type number, but is "2"')
  expect(check('', { rows: {}, note: 1 }, shape)).toBe('note should be of type string, but is 1')
  expect(check('', {}, shape)).toBe('rows should be an object, but is absent')
})
