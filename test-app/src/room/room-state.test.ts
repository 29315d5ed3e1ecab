import { expect, test } from 'vitest'
import { nextPhase, type Phase, type RoomEvent } from './room-state.ts'

test.each<[string, RoomEvent[], Phase]>([
  ['joining works', ['join', 'LOGINING', 'LOGINED'], 'inside'],
  ['joining fails', ['join', 'LOGINING', 'LOGIN_FAILED', 'refused'], 'outside'],
  ['the token service fails', ['join', 'refused'], 'outside'],
  ['leaving while joining, and a late answer', ['join', 'leave', 'LOGINED'], 'outside'],
  ['the connection comes back', ['join', 'LOGINED', 'RECONNECTING', 'RECONNECTED'], 'inside'],
  ['the connection does not come back', ['join', 'LOGINED', 'RECONNECTING', 'RECONNECT_FAILED'], 'lost'],
  ['kicked out', ['join', 'LOGINED', 'KICKOUT'], 'lost'],
  ['kicked out and in again', ['join', 'LOGINED', 'KICKOUT', 'rejoin', 'LOGINING', 'LOGINED'], 'inside'],
  ['in again is refused', ['join', 'LOGINED', 'KICKOUT', 'rejoin', 'LOGIN_FAILED', 'refused'], 'lost'],
  ['left', ['join', 'LOGINED', 'leave', 'LOGOUT'], 'outside'],
])('%s', (_, events, end) => {
  expect(events.reduce(nextPhase, 'outside' as Phase)).toBe(end)
})

test('a second join, a rejoin without a loss and a stray event change nothing', () => {
  expect(nextPhase('entering', 'join')).toBe('entering')
  expect(nextPhase('inside', 'rejoin')).toBe('inside')
  expect(nextPhase('outside', 'RECONNECTED')).toBe('outside')
})
