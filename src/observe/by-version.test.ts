import { expect, test } from 'vitest'
import surfaced from '../../versions/surfaced.json' with { type: 'json' }
import { givesNever, madeBy, otherwise } from './by-version.ts'

const recorded = {
  surfaced: {
    'signaling cut and back': {
      '3.5.0': ['1000017 event:roomStateChanged'],
      '3.10.0': [],
      '3.12.0': ['1000017 event:roomStateChanged'],
    },
    kicked: { '3.5.0': ['1002055 event:roomStateChanged'], '3.10.0': ['1002055 event:roomStateChanged'] },
  },
  states: { 'signaling cut and back': { '3.10.0': ['RECONNECTING'] } },
}

/** Of no fault in particular. */
const any: ReadonlySet<string> = new Set()

test('a build that says something else is found, with what it says', () => {
  expect(otherwise(1000017, '3.10.0', any, recorded)).toEqual([
    { situation: 'signaling cut and back', build: '3.10.0', surfaces: [], states: ['RECONNECTING'] },
  ])
})

test('a version that was not tried is held against its neighbours', () => {
  expect(otherwise(1000017, '3.11.0', any, recorded)).toEqual([
    {
      situation: 'signaling cut and back',
      build: '3.10.0',
      surfaces: [],
      states: ['RECONNECTING'],
      unlike: '3.12.0',
    },
  ])
  expect(otherwise(1000017, '3.2.0', any, recorded)).toEqual([])
  expect(otherwise(1000017, '3.13.1', any, recorded)).toEqual([])
})

test('a code that all builds surface, or that none is recorded of, is none', () => {
  expect(otherwise(1002055, '3.10.0', any, recorded)).toEqual([])
  expect(otherwise(1103028, '3.10.0', any, recorded)).toEqual([])
})

test('what is recorded in this project is read', () => {
  expect(otherwise(1106010, '3.0.0', any).map(({ situation }) => situation)).toContain('camera unplugged')
})

test('a build never gives a code only where it was tried in vain in each of its situations', () => {
  expect(givesNever(1000017, '3.10.0', recorded)).toBe(true)
  expect(givesNever(1000017, '3.12.0', recorded)).toBe(false)
  expect(givesNever(1000017, '3.11.0', recorded)).toBe(false)
  expect(givesNever(1006006, '3.0.0')).toBe(false)
  expect(givesNever(1106010, '3.0.0')).toBe(true)
})

test('only a situation that the faults of the test are like explains anything', () => {
  expect(otherwise(1000017, '3.10.0', new Set(['network']), recorded)).toHaveLength(1)
  expect(otherwise(1000017, '3.10.0', new Set(['device']), recorded)).toEqual([])
  expect(otherwise(1006006, '3.0.0', new Set(['device']))).toEqual([])
})

test('every situation is made by a kind of faults', () => {
  expect(Object.keys(madeBy).toSorted()).toEqual(Object.keys(surfaced).toSorted())
})

test('a code is not taken for a longer one, and one that is recorded nowhere is not never given', () => {
  expect(otherwise(100001, '3.10.0', any, recorded)).toEqual([])
  expect(givesNever(1009002, '3.10.0', recorded)).toBe(false)
  expect(givesNever(1000017, '3.10.0', recorded)).toBe(true)
})

test('versions are compared by their numbers', () => {
  expect(otherwise(1000017, '3.9.0', any, recorded)).toMatchObject([{ build: '3.10.0', unlike: '3.5.0' }])
})
