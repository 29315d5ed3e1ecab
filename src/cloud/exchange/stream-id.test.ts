import { expect, test } from 'vitest'
import { publishedId, streamIdOf } from './stream-id.ts'

test.each([
  ['zegotest-1234567890-stream', 'stream'],
  ['a-zegotest-1234567890-stream', 'a-zegotest-1234567890-stream'],
  ['stream', 'stream'],
])('%s was called %s by the app', (asked, id) => {
  expect(streamIdOf(asked)).toBe(id)
})

test.each([
  ['s_t7', '_t7', 's'],
  ['s_t7', '', 's_t7'],
  ['s', '_t7', 's'],
  ['a_t7_b_t7', '_t7', 'a_t7_b'],
  ['zegotest-1-s_t7', '_t7', 's'],
])('%s with the suffix "%s" is published as %s', (streamId, transCodecSuffix, id) => {
  expect(publishedId({ streamId, transCodecSuffix })).toBe(id)
})
