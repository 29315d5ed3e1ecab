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
  ['kicked out while joining', ['join', 'LOGINING', 'KICKOUT'], 'outside'],
  ['kicked out while getting in again', ['join', 'LOGINED', 'KICKOUT', 'rejoin', 'KICKOUT'], 'lost'],
  ['kicked out while the SDK reconnects', ['join', 'LOGINED', 'RECONNECTING', 'KICKOUT'], 'lost'],
  ['logged out unasked', ['join', 'LOGINED', 'LOGOUT'], 'lost'],
  ['logged out unasked while the SDK reconnects', ['join', 'LOGINED', 'RECONNECTING', 'LOGOUT'], 'lost'],
  ['the SDK logs in anew to reconnect', ['join', 'LOGINED', 'RECONNECTING', 'LOGINED'], 'inside'],
  ['the connection is given up at once', ['join', 'LOGINED', 'RECONNECT_FAILED'], 'lost'],
  [
    'leaving while the SDK reconnects',
    ['join', 'LOGINED', 'RECONNECTING', 'leave', 'RECONNECTED'],
    'outside',
  ],
  ['leaving what is lost', ['join', 'LOGINED', 'KICKOUT', 'leave'], 'outside'],
  ['leaving while getting in again', ['join', 'LOGINED', 'KICKOUT', 'rejoin', 'leave', 'LOGINED'], 'outside'],
])('%s', (_, events, end) => {
  expect(events.reduce(nextPhase, 'outside' as Phase)).toBe(end)
})

test('a second join, a rejoin without a loss and a stray event change nothing', () => {
  expect(nextPhase('entering', 'join')).toBe('entering')
  expect(nextPhase('inside', 'rejoin')).toBe('inside')
  expect(nextPhase('outside', 'RECONNECTED')).toBe('outside')
})
