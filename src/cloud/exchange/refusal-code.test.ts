import { expect, test } from 'vitest'
import { refusalCode } from './refusal-code.ts'

test.each([
  ['the room service', { rspHead: { code: 1105 } }, 1105],
  ['the mixer', { commonResponse: { code: 157 } }, 157],
  ['the relay to CDNs', { response: { code: 5_004 } }, 5_004],
  ['the link', { code: 20_012 }, 20_012],
  ['the gateway', { result: 2_012 }, 2_012],
  ['whoever says yes', { rspHead: { code: 0 } }, 0],
  ['a push', { streamInfoList: [] }, 0],
])('the number of a refusal by %s', (_, message, code) => {
  expect(refusalCode(message)).toBe(code)
})
