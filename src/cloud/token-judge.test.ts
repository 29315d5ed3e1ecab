import { expect, test } from 'vitest'
import type { CloudConfiguration } from './accesshub/configuration.ts'
import { Cloud } from './cloud.ts'
import { ScriptedClient } from './testing/scripted-client.ts'
import { checkToken, makeToken, type TokenOptions } from './token.ts'
import { sealToken } from './token-cipher.ts'

const secret = '0123456789abcdef0123456789abcdef'
const mine: TokenOptions = { appId: 7, userId: 'host', secret }

interface Answer {
  readonly rspHead: { readonly code: number }
  readonly tokenRemainTime: number
}

/** Logs in, however long the token takes to be decrypted. @returns the server's code */
async function logIn(cloud: Cloud, thirdToken: string, roomId = 'r1') {
  const client = new ScriptedClient(cloud)
  const seen = cloud.journal.named('LoginRoomRsp').length
  client.request('LoginRoomReq', { appId: 7, roomId, idName: 'host', thirdToken })
  await expect.poll(() => cloud.journal.named('LoginRoomRsp').length).toBeGreaterThan(seen)
  const answers = cloud.journal.named('LoginRoomRsp').map(({ message }) => message as Answer)
  const { rspHead, tokenRemainTime = 0 } = answers.at(-1) ?? {}
  return { client, code: rspHead?.code, remaining: tokenRemainTime }
}

const strict = (more: Partial<CloudConfiguration> = {}) =>
  new Cloud({ configuration: { serverSecret: secret, ...more } })

test.each<[string, Partial<TokenOptions>, number, RegExp | undefined]>([
  ['his own', {}, 0, undefined],
  ['his own, for this room', { room: 'r1', publish: true }, 0, undefined],
  ['one by GCM', { mode: 'AES-GCM' }, 0, undefined],
  ['one for another room', { room: 'r2' }, 50_122, /for room r2, not for r1/],
  ['one of another user', { userId: 'guest' }, 50_121, /one of user guest, and user host shows it/],
  ['one of another app', { appId: 8 }, 50_120, /one of app 8, and app 7 shows it/],
  ['one of another secret', { secret: 'f'.repeat(32) }, 50_118, /another server secret/],
  ['one that has run out', { expiresIn: -1 }, 50_117, undefined],
])('with a server secret, a user who shows %s', async (_, more, code, mistake) => {
  const cloud = strict()
  expect((await logIn(cloud, await makeToken({ ...mine, ...more }))).code).toBe(code)
  const mistakes = [...cloud.tokens.mistakes]
  if (mistake) expect(mistakes).toEqual([expect.stringMatching(mistake)])
  else expect(mistakes).toEqual([])
  expect(cloud.defects).toEqual([])
})

test.each([
  ['made up', 'any-test-token', /does not begin with 04/],
  ['unreadable', '04not-base64!', /is not a token/],
])('with a server secret, a token that is %s is refused and told', async (_, token, mistake) => {
  const cloud = strict()
  expect((await logIn(cloud, token)).code).toBe(50_119)
  expect([...cloud.tokens.mistakes]).toEqual([expect.stringMatching(mistake)])
})

test('without a secret, everything that can be read passes', async () => {
  const cloud = new Cloud()
  expect((await logIn(cloud, makeToken())).code).toBe(0)
  expect((await logIn(cloud, await makeToken({ ...mine, userId: 'guest' }))).code).toBe(0)
  expect([...cloud.tokens.mistakes]).toEqual([])
  expect((await logIn(cloud, 'any-test-token')).code).toBe(0)
  expect([...cloud.tokens.mistakes]).toEqual([
    'The token does not begin with 04: any-test-token. It passes here, where the cloud has no serverSecret.',
  ])
})

test('an expiry in ms lets the user in, and is told', async () => {
  const cloud = new Cloud()
  const inMs = makeToken(Date.now() + 3_600_000 - Math.floor(Date.now() / 1_000))
  expect(await logIn(cloud, inMs)).toMatchObject({ code: 0, remaining: 2 ** 32 - 1 })
  expect([...cloud.tokens.mistakes]).toEqual([
    expect.stringMatching(/expires in \d+ years: its expiry is in ms/),
  ])
  expect(cloud.defects).toEqual([])
})

test('a demo token of long ago passes where that is wanted', async () => {
  const cloud = new Cloud({ configuration: { expiredTokens: 'allow' } })
  expect((await logIn(cloud, makeToken(-1_000))).code).toBe(0)
})

const kicks = (cloud: Cloud) => cloud.journal.named('PushUserKickout')

test('a token that runs out puts the client out, by the clock of the cloud', async () => {
  const cloud = new Cloud()
  expect(await logIn(cloud, makeToken(60))).toMatchObject({ code: 0, remaining: 60 })
  cloud.clock.advance(59_000)
  expect(kicks(cloud)).toEqual([])
  cloud.clock.advance(2_000)
  expect(kicks(cloud)).toMatchObject([{ message: { kickoutReason: 4 }, judgedBy: 'state' }])
  expect(cloud.clients).toEqual([])
})

test('a token that is renewed in time keeps the client in', async () => {
  const cloud = new Cloud()
  const { client } = await logIn(cloud, makeToken(60))
  cloud.clock.advance(50_000)
  const renewed = client.request('RenewTokenReq', { token: makeToken(3_600) })
  expect(renewed).toMatchObject({ rspHead: { code: 0 } })
  expect(renewed?.tokenRemainTime).toBeGreaterThan(3_500)
  cloud.clock.advance(60_000)
  expect(kicks(cloud)).toEqual([])
  expect(cloud.clients).toHaveLength(1)
})

test('a token is for the room that it was shown for, where a client is in several', async () => {
  const cloud = new Cloud()
  const { client } = await logIn(cloud, makeToken(60))
  client.request('EnterRoomReq', { roomId: 'r2', thirdToken: makeToken(120) })
  client.request('RenewTokenReq', { token: makeToken(600) })
  const rooms = () => cloud.clients.map(({ room }) => room.id)
  cloud.clock.advance(61_000)
  expect(rooms()).toEqual(['r2'])
  cloud.clock.advance(500_000)
  expect(rooms()).toEqual(['r2'])
  cloud.clock.advance(60_000)
  expect(rooms()).toEqual([])
})

test('a token that has run out renews nothing', async () => {
  const cloud = new Cloud()
  const { client } = await logIn(cloud, makeToken(60))
  expect(client.request('RenewTokenReq', { token: makeToken(-1) })?.rspHead?.code).toBe(50_117)
  cloud.clock.advance(61_000)
  expect(kicks(cloud)).toHaveLength(1)
})

test('the same token is refused once the clock of the cloud is past it', async () => {
  const cloud = new Cloud()
  const token = makeToken(60)
  const { client } = await logIn(cloud, token)
  client.request('LogoutRoomReq')
  cloud.clock.advance(300_000)
  expect((await logIn(cloud, token)).code).toBe(50_117)
  expect(kicks(cloud)).toEqual([])
})

test('without expiry management nobody is put out, and the client keeps the time by itself', async () => {
  const cloud = new Cloud({ configuration: { tokenExpiryManagement: false } })
  expect(await logIn(cloud, makeToken(60))).toMatchObject({ code: 0, remaining: 0 })
  cloud.clock.advance(61_000)
  expect(kicks(cloud)).toEqual([])
  expect(cloud.clients).toHaveLength(1)
})

test.each<[string, TokenOptions['publish'], boolean, boolean]>([
  ['anything', undefined, true, true],
  ['any stream', true, true, true],
  ['no stream', false, false, false],
  ['one stream', ['s1'], true, false],
  ['streams of which it names none', [], true, true],
])('a token that is good for publishing %s', async (_, publish, s1, s2) => {
  const cloud = strict()
  const token = await makeToken({ ...mine, ...(publish === undefined ? {} : { publish }) })
  expect((await logIn(cloud, token)).code, 'in any room').toBe(0)
  expect([cloud.tokens.mayPublish(token, 's1'), cloud.tokens.mayPublish(token, 's2')]).toEqual([s1, s2])
})

test.each([
  ['that says it may', { 1: 1 }, 0],
  ['that says it may not', { 1: 0 }, 50_122],
  ['that says nothing of it', { 2: 1 }, 50_122],
])('a token for logging in, %s', async (_, privilege, code) => {
  const now = Math.floor(Date.now() / 1_000)
  const payload = JSON.stringify({ room_id: '', privilege, stream_id_list: null })
  const content = { app_id: 7, user_id: 'host', nonce: 1, ctime: now, expire: now + 60, payload }
  expect((await logIn(strict(), await sealToken(content, secret, 'AES-CBC'))).code).toBe(code)
})

test('a token is over in the very second that it names', () => {
  const token = makeToken(60)
  const { expiresAt } = checkToken(token) as { expiresAt: number }
  const states = [expiresAt - 1, expiresAt].map((now) => checkToken(token, now).state)
  expect(states).toEqual(['valid', 'expired'])
})

test('a server secret that is none is refused when the cloud is made', () => {
  expect(() => strict({ serverSecret: 'short' })).toThrow('A server secret has 32 bytes')
})
