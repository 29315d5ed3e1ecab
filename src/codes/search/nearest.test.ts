import { expect, test } from 'vitest'
import { edits } from './edit-distance.ts'
import { nearest } from './nearest.ts'

test('the nearest comes first, three at most, whatever the case', () => {
  expect(nearest('KICKED', ['kicker', 'kicked', 'kick', 'licked', 'ticket'])).toEqual([
    'kicked',
    'kicker',
    'licked',
  ])
})

test('a short word may have two slips, a long one as many as a third of it', () => {
  expect(nearest('on', ['off', 'onto', 'online'])).toEqual(['off', 'onto'])
  expect(nearest('startPublishing', ['startPublishingStream', 'stopPublishingStream'])).toEqual([])
  expect(nearest('startPublishingStreem', ['stopPublishingStream', 'startPublishingStream'])).toEqual([
    'startPublishingStream',
    'stopPublishingStream',
  ])
})

test('neighbours that changed places are one slip', () => {
  expect(edits('explian', 'explain')).toBe(1)
  expect(edits('abc', 'cba')).toBe(2)
  expect(edits('', 'abc')).toBe(3)
})
