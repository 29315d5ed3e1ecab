import { expect, test } from 'vitest'
import { createStreamName } from './stream-name.ts'

test('a stream has another ID each time, until it is given one', () => {
  const name = createStreamName()
  expect(name.next('alice')).not.toBe(name.next('alice'))
  name.give('mine')
  expect([name.next('alice'), name.next('alice')]).toEqual(['mine', 'mine'])
  name.forget()
  expect(name.next('alice')).toMatch(/^alice-camera-/)
})

test('a stream that was given no ID at all has none: the SDK will say so', () => {
  const name = createStreamName()
  name.give('')
  expect(name.next('alice')).toBe('')
})
