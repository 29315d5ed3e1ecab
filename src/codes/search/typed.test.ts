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
  ['no network', 1002031, 1000017],
  ['no internet', 1000017, 1002031],
  ['no wifi', 1000017],
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
  ['静音', 1103054, 1106007, 1106009],
  ['没有声音', 1106007, 1106009, 100006],
  ['听不到声音', 1106009],
  ['no sound', 1106007, 1106009],
  ['muted', 1103054],
  ['弱网', 1104037, 1000017, 1004020],
  ['weak network', 1104037],
  ['卡顿', 1103075, 1104037, 1004020],
  ['laggy', 1104037],
  ['打不开', 1103064, 1103065],
  ['摄像头打不开', 1103064, 1103065],
  ['话筒', 1106007],
  ['bluetooth', 1006006, 1106009],
  ['蓝牙耳机', 1006006],
  ['insecure', 1103053, 1103002],
  ['frequent', 1009015, 1109001],
  ['太频繁', 1009015, 1109001],
  ['mismatch', 1002018, 1102016],
  ['mic', 1106007, 1106009],
  ['webcam', 1106008, 1106010],
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

test.each([
  ['ice', 4],
  ['log', 20],
  ['im', 5],
])('%s is no part of other words: it leads to at most %d rows', (word, most) => {
  const found = search(word)
  expect(found.length).toBeGreaterThan(0)
  expect(found.length).toBeLessThanOrEqual(most)
})

test('words that are none lead nowhere', () => {
  expect(search('xylophone')).toEqual([])
  expect(search('kicked xylophone')).toEqual([])
})

test('only documented codes have words', () => {
  const all = Array.from({ length: 2_000_000 }, (_, code) => code).filter((code) => typedFor(code).length > 0)
  expect(all.filter((code) => !isDocumented(code))).toEqual([])
  expect(all.length).toBeGreaterThan(40)
})

test('a short word keeps its ending', () => {
  expect(stemOf('used')).toBe('used')
  expect(stemOf('does')).toBe('does')
})
