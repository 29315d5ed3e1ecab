import { expect, test } from 'vitest'
import { newStreamID } from './stream-id.ts'

test('a stream ID has only characters that the SDK takes, whatever the user is called', () => {
  expect(newStreamID("o'neill & söhne", 'camera')).toMatch(/^o_neill___s_hne-camera-[a-z0-9]+$/)
  expect(newStreamID('x'.repeat(300), 'screen').length).toBeLessThan(256)
})

test('the same user gets another stream ID each time', () => {
  expect(newStreamID('alice', 'camera')).not.toBe(newStreamID('alice', 'camera'))
})
