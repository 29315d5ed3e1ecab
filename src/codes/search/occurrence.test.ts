import { expect, test } from 'vitest'
import { occursIn, withParts } from './occurrence.ts'

test.each([
  ['ice', 'the ice of a connection'],
  ['ice', 'ice: failed'],
  ['ice', 'login_ice_failed'],
  ['id', 'two ids, one device'],
  ['kick', 'a kick-out, or kicked'],
  ['mic', 'mic'],
  ['https', 'only over https.'],
  ['摄像', '没有摄像头'],
  ['token_expired', 'room_token_expired'],
])('%s occurs in "%s"', (word, text) => expect(occursIn(text, word)).toBe(true))

test.each([
  ['ice', 'a device of the service'],
  ['ice', 'iced tea'],
  ['log', 'login, logged and dialog'],
  ['phone', 'a microphone'],
  ['cut', 'it was executed'],
])('%s does not occur in "%s"', (word, text) => expect(occursIn(text, word)).toBe(false))

test('the parts of a name are words', () => {
  const names = withParts('event:roomStateChanged, AppID').toLowerCase()
  for (const word of ['roomstatechanged', 'state', 'changed', 'app', 'id', 'appid'])
    expect(occursIn(names, word), word).toBe(true)
})
