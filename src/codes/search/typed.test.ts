import { expect, test } from 'vitest'
import { isDocumented, search } from '../index.ts'
import { typedFor } from './typed.ts'
import { stemOf } from './word-forms.ts'

/** What newcomers typed, and what they looked for. */
test.each<[words: string, ...codes: number[]]>([
  ['kicked', 1002055, 1002050],
  ['kick out', 1002055],
  ['踢', 1002055, 1002050],
  ['被踢', 1002055],
  ['踢下线', 1002055],
  ['second tab', 1002050],
  ['顶号', 1002050],
  ['signaling', 1000017],
  ['signalling lost', 1000017],
  ['network lost', 1000017],
  ['disconnected', 1000017],
  ['断网', 1000017, 1002031],
  ['掉线', 1000017],
  ['网络断开', 1000017],
  ['long offline', 1002031],
  ['no network', 1002031],
  ['media cut', 1103028, 1104028],
  ['ice', 1103028],
  ['黑屏', 1103028, 1104028],
  ['permission revoked', 1106009, 1106010],
  ['camera permission revoked', 1106010],
  ['撤销权限', 1106009, 1106010],
  ['permission denied', 1103064],
  ['camera denied', 1103064],
  ['拒绝', 1103064],
  ['NotAllowedError', 1103064],
  ['camera unplugged', 1006006, 1106010],
  ['microphone unplugged', 1006006, 1106009],
  ['拔掉摄像头', 1006006],
  ['摄像头被占用', 1103065],
  ['camera busy', 1103065],
  ['no camera', 1103061],
  ['没有摄像头', 1103061],
  ['token expired', 1102018],
  ['token 过期', 1102018],
  ['login refused', 1002034, 1102016],
  ['room full', 1002034],
  ['登录失败', 1002034],
  ['forbidden', 1003025, 1004025],
  ['screen share cancelled', 1103010],
  ['消息太快', 1009015],
])('%s leads to %d', (words, ...codes) => {
  const found = search(words).map(({ code }) => code as number)
  expect(found.slice(0, 12)).toEqual(expect.arrayContaining(codes))
})

test.each([
  ['kicked', 'kick'],
  ['unplugged', 'unplug'],
  ['denied', 'deny'],
  ['revoking', 'revoke'],
  ['devices', 'device'],
  ['expires', 'expired'],
])('%s is a form of %s', (form, word) => expect(stemOf(form)).toBe(stemOf(word)))

test('words that are none lead nowhere', () => {
  expect(search('xylophone')).toEqual([])
  expect(search('kicked xylophone')).toEqual([])
})

test('only documented codes have words', () => {
  const all = Array.from({ length: 2_000_000 }, (_, code) => code).filter((code) => typedFor(code).length > 0)
  expect(all.filter((code) => !isDocumented(code))).toEqual([])
  expect(all.length).toBeGreaterThan(40)
})
