import { expect, test } from 'vitest'
import { duration } from './time.ts'

test.each([
  [0, '0 ms'],
  [311.6, '312 ms'],
  [1_000, '1.0 s'],
  [4_240, '4.2 s'],
  [59_940, '59.9 s'],
  [59_990, '1 min 0 s'],
  [60_000, '1 min 0 s'],
  [119_600, '2 min 0 s'],
  [185_000, '3 min 5 s'],
])('%d ms are read as %s', (ms, words) => expect(duration(ms)).toBe(words))
