import { afterEach, expect, test, vi } from 'vitest'
import { loadConfig } from './config.ts'
import { OwnServerError } from './own-server.ts'
import { fetchToken } from './room/token.ts'

const answer = (body: BodyInit, status = 200) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body, { status })),
  )

afterEach(() => vi.unstubAllGlobals())

test('a token is asked for by user and room', async () => {
  answer('{"token":"04abc"}')
  expect(await fetchToken('al ice', 'r&1')).toBe('04abc')
  expect(fetch).toHaveBeenCalledWith('/api/token?userID=al+ice&roomID=r%261', expect.anything())
})

test.each([
  ['{"error":"no"}', 500, 'HTTP 500'],
  ['<html>', 200, 'did not answer with JSON'],
  ['{}', 200, 'without a token'],
])('the answer %s with status %i is no token', async (body, status, message) => {
  answer(body, status)
  await expect(fetchToken('alice', 'r1')).rejects.toThrow(message)
})

test('being offline is said as such, without the names', async () => {
  vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('Failed to fetch')))
  await expect(fetchToken('alice', 'r1')).rejects.toThrow(new OwnServerError('/api/token cannot be reached'))
})

test('the address of the page goes before the configuration of the server', async () => {
  answer('{"appID":7,"server":"wss://a"}')
  expect(await loadConfig(new URLSearchParams('appID=9&server=wss://b'))).toEqual({
    appID: 9,
    server: 'wss://b',
  })
  expect(await loadConfig(new URLSearchParams())).toEqual({ appID: 7, server: 'wss://a' })
})

test('what the project sets in its engine comes with the configuration', async () => {
  answer('{"appID":7,"engine":{"turnOnly":true},"lowLatency":true}')
  expect(await loadConfig(new URLSearchParams())).toEqual({
    appID: 7,
    server: '',
    engine: { turnOnly: true },
    lowLatency: true,
  })
})

test('a configuration without an appID is none', async () => {
  answer('{"appID":"7"}')
  await expect(loadConfig(new URLSearchParams())).rejects.toThrow('without an appID')
})
