import { expect, test } from 'vitest'
import { streamPhase } from './stream-phase.ts'

test('a code decides what a state of a stream means', () => {
  expect(streamPhase('PUBLISH_REQUESTING', 0)).toBe('requesting')
  expect(streamPhase('PUBLISH_REQUESTING', 1103028)).toBe('retrying')
  expect(streamPhase('PUBLISHING', 0)).toBe('flowing')
  expect(streamPhase('NO_PUBLISH', 0)).toBe('idle')
  expect(streamPhase('NO_PUBLISH', 1003025)).toBe('failed')
})

test('playing is read like publishing', () => {
  expect(streamPhase('PLAY_REQUESTING', 0)).toBe('requesting')
  expect(streamPhase('PLAY_REQUESTING', 1104039)).toBe('retrying')
  expect(streamPhase('PLAYING', 0)).toBe('flowing')
  expect(streamPhase('NO_PLAY', 0)).toBe('idle')
  expect(streamPhase('NO_PLAY', 1104046)).toBe('failed')
})
