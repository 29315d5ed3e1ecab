import { expect, test } from 'vitest'
import { makeToken } from '../cloud/token.ts'
import { discreet, discreetText } from './discreet.ts'

const token = makeToken()

test('a token is cut short wherever it stands', () => {
  const told = JSON.stringify(
    discreet({
      args: ['room-1', token],
      tags: { token: 'abcdefghijklmnop', inner: [`said ${token} twice`] },
      text: `{"login_token":"${token}"} and {\\"token\\":\\"abcdefghijklmnop\\"}`,
    }),
  )
  expect(told).not.toContain(token.slice(0, 20))
  expect(told).not.toContain('abcdefgh')
  expect(told).toContain(`(${token.length})`)
})

test('a token of any form is known by its place in a call', () => {
  const call = { channel: 'api', name: 'loginRoom', payload: { args: ['room-1', 'of-another-make', {}] } }
  expect(discreet(call)).toMatchObject({ payload: { args: ['room-1', 'of-ano… (15)', {}] } })
  expect(discreet({ ...call, name: 'renewToken', payload: { args: ['of-another-make'] } })).toMatchObject({
    payload: { args: ['of-ano… (15)'] },
  })
})

test('what is too short to be one stays, since it tells why a call failed', () => {
  const call = { channel: 'api', name: 'loginRoom', payload: { args: ['room-1', ''] } }
  expect(discreet(call)).toEqual(call)
  expect(discreet({ reason: 'token-expired', tokenRemainTime: 33 })).toEqual({
    reason: 'token-expired',
    tokenRemainTime: 33,
  })
})

test('URLs lose their query, addresses their end; this machine is no secret', () => {
  expect(discreetText('GET https://user:pw@shop.example/a?key=1&b=2 "x"')).toBe(
    'GET https://shop.example/a?… "x"',
  )
  expect(discreetText('from 192.168.17.4 to 127.0.0.1, SDK 3.12.0')).toBe(
    'from 192.168.… to 127.0.0.1, SDK 3.12.0',
  )
})

test('codes, rooms and streams stay as they are', () => {
  const said = [
    'class-1',
    'KICKOUT',
    1002055,
    '{"reason":"by-server"}',
    's-0d4f2c1e-77aa-4f2b-9d3e-9b1f0a6c2d11',
  ]
  expect(discreet(said)).toEqual(said)
})
