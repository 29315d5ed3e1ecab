import { expect, test } from 'vitest'
import { OwnServerError } from '../own-server.ts'
import { attempt, eventFailure, toFailure } from './failure.ts'

test.each([
  [{ code: 1002034, msg: 'liveroom error' }, 1002034, 'liveroom error'],
  [{ code: 1103064, message: 'NotAllowedError' }, 1103064, 'NotAllowedError'],
  [{ errorCode: 1104039, extendedData: 'no such stream' }, 1104039, 'no such stream'],
  [{ errorCode: 1009013 }, 1009013, ''],
  [{ errorCode: 1002099, extendedData: { server_code: 52001105 } }, 1002099, '{"server_code":52001105}'],
  [{ code: '1100001', msg: 'input param error' }, 1100001, 'input param error'],
])('%j is read', (thrown, code, detail) => {
  expect(toFailure(thrown)).toEqual({ origin: 'zego', code, detail })
})

test('what the player throws has its code in the message', () => {
  const message = '{"code":100001,"msg":"InputParamError: only flv"}'
  expect(toFailure(new Error(message))).toEqual({
    origin: 'zego',
    code: 100001,
    detail: 'InputParamError: only flv',
  })
  expect(toFailure(new Error('{"code": broken')).origin).toBe('browser')
  expect(toFailure(new Error('{"code":broken')).origin).toBe('browser')
})

test('the code of a browser error is not a ZEGO code', () => {
  const thrown = new DOMException('Permission denied', 'NotFoundError')
  expect(thrown.code).toBe(8)
  expect(toFailure(thrown)).toEqual({ origin: 'browser', detail: 'NotFoundError: Permission denied' })
})

test('our own server is not ZEGO', () => {
  expect(toFailure(new OwnServerError('/api/token answered HTTP 500')).origin).toBe('own-server')
})

test.each([undefined, null, 'offline', {}])('%j has no code', (thrown) => {
  expect(toFailure(thrown)).not.toHaveProperty('code')
})

test('an event without text has no detail', () => {
  expect(eventFailure(1000017)).toEqual({ origin: 'zego', code: 1000017, detail: '' })
})

test('an attempt fails on a rejection, a synchronous throw, false and a code in the answer', async () => {
  const thrown = { code: 1100001, msg: 'roomID must be string' }
  const failure = { origin: 'zego', code: 1100001, detail: 'roomID must be string' }
  expect(await attempt(() => Promise.reject(thrown))).toEqual({ ok: false, failure })
  expect(
    await attempt(() => {
      throw thrown
    }),
  ).toEqual({ ok: false, failure })
  expect(await attempt(() => false)).toMatchObject({ ok: false })
  expect(await attempt(async () => false)).toMatchObject({ ok: false })
  expect(await attempt(async () => ({ errorCode: 1103045 }))).toMatchObject({ failure: { code: 1103045 } })
  expect(await attempt(async () => 1017041)).toMatchObject({ failure: { code: 1017041 } })
})

test('an attempt succeeds with anything else', async () => {
  expect(await attempt(() => true)).toEqual({ ok: true, value: true })
  expect(await attempt(() => 0)).toEqual({ ok: true, value: 0 })
  expect(await attempt(async () => ({ errorCode: 0, extendedData: '' }))).toMatchObject({ ok: true })
})
