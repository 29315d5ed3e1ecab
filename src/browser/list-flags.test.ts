import { expect, test } from 'vitest'
import { joinLists } from './list-flags.ts'

test('lists are joined, each feature once, and other arguments stay in their order', () => {
  const args = ['--disable-features=A,B', '--mute-audio', '--disable-features=B,C', '--lang=de']
  expect(joinLists(args)).toEqual(['--mute-audio', '--lang=de', '--disable-features=A,B,C'])
})

test('names that somebody maps come before the rule for all names', () => {
  const args = ['--host-resolver-rules=MAP shop.test 127.0.0.1', '--host-resolver-rules=MAP * ~NOTFOUND']
  expect(joinLists(args)).toEqual(['--host-resolver-rules=MAP shop.test 127.0.0.1,MAP * ~NOTFOUND'])
})

test('arguments without a list stay as they are', () => {
  expect(joinLists(['--lang=de'])).toEqual(['--lang=de'])
})

test('features that are turned on are one list, too', () => {
  expect(joinLists(['--enable-features=A', '--enable-features=B'])).toEqual(['--enable-features=A,B'])
})
