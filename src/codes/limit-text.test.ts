import { expect, test } from 'vitest'
import { limitText } from './limit-text.ts'

test('a limit is read in words or in signs', () => {
  const limit = { of: 'stream ID', unit: 'bytes', min: 1, max: 256 } as const
  expect(limitText(limit, 'words')).toBe('stream ID: at least 1, at most 256 bytes')
  expect(limitText({ of: 'volume', unit: 'bytes', lessThan: 10 }, 'signs')).toBe('volume: < 10 bytes')
})
