import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Cloud } from '../cloud.ts'
import { ScriptedClient } from '../testing/scripted-client.ts'
import { makeToken } from '../token.ts'
import type { CallbackBody } from './callback-body.ts'
import type { Detour } from './callbacks.ts'

const callbackSecret = 'callback-secret'
const login = { roomId: 'r1', idName: 'alice', appId: 7, thirdToken: makeToken() }

/** A back end that says what it got, and answers with the statuses given, the last one from then on. */
async function openBackEnd(...statuses: number[]) {
  const got: CallbackBody[] = []
  const server = createServer(async (request, response) => {
    // Where it leads when it leads elsewhere.
    if (request.method !== 'POST') return void response.writeHead(204).end()
    got.push((await json(request)) as CallbackBody)
    const status = (statuses.length > 1 ? statuses.shift() : statuses[0]) ?? 200
    response.writeHead(status, { location: '/elsewhere' }).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/zego` }
}

function openCloud(callbacks: string) {
  const cloud = new Cloud({ configuration: { callbackSecret, callbacks } })
  onTestFinished(() => cloud.close())
  return cloud
}

const told = (got: readonly CallbackBody[]) =>
  got.map(({ event, user_account, stream_id }) => `${event} ${user_account ?? stream_id}`)

test('a back end hears who comes and goes, and of streams, each signed', async () => {
  const { got, url } = await openBackEnd()
  const cloud = openCloud(url)
  const client = new ScriptedClient(cloud)
  client.request('LoginRoomReq', login)
  client.request('AddStreamReq', { streamId: 's1' })
  client.request('DeleteStreamReq', { streamId: 's1' })
  client.request('LogoutRoomReq')
  await expect.poll(() => got.length).toBe(4)
  expect(told(got)).toEqual(['room_login alice', 'stream_create s1', 'stream_close s1', 'room_logout alice'])
  for (const { timestamp = '', nonce = '', signature } of got) {
    const text = [callbackSecret, timestamp, nonce].sort().join('')
    expect(signature).toBe(createHash('sha1').update(text).digest('hex'))
  }
  const [came, created, closed, gone] = got
  expect(came).toMatchObject({ appid: '7', room_id: 'r1', relogin: '0', auth_level: '4', term_type: '6' })
  expect(created).toMatchObject({ user_id: 'alice', channel_id: 'r1', recreate: '0' })
  expect(closed).toMatchObject({ type: '0', create_time_ms: created?.create_time_ms })
  expect(gone).toMatchObject({ reason: '0', session_id: came?.session_id, login_time: came?.login_time })
  expect(new Set([came?.room_seq, created?.room_session_id, gone?.room_seq]).size).toBe(1)
})

test('it hears why somebody is gone', async () => {
  const { got, url } = await openBackEnd()
  const cloud = openCloud(url)
  const client = new ScriptedClient(cloud)
  client.request('LoginRoomReq', login)
  client.request('AddStreamReq', { streamId: 's1' })
  cloud.room('r1').kick('alice')
  new ScriptedClient(cloud).request('LoginRoomReq', login)
  new ScriptedClient(cloud).request('LoginRoomReq', login)
  cloud.room('r1').kick('alice', 'token-expired')
  cloud.room('r1').kick(cloud.room('r1').join('bob').userId, 77)
  const silent = new ScriptedClient(cloud)
  silent.request('LoginRoomReq', login)
  silent.close()
  cloud.clock.advance(101_000)
  await expect.poll(() => got.at(-1)?.reason).toBe('1')
  const gone = got.filter(({ event }) => event === 'room_logout')
  expect(gone.map(({ reason }) => reason)).toEqual(['3', undefined, '4', undefined, '1'])
  expect(got.find(({ event }) => event === 'stream_close')).toMatchObject({ type: '3' })
})

test('it hears why a stream has ended, and each stay of one person begins by itself', async () => {
  const { got, url } = await openBackEnd()
  const cloud = openCloud(url)
  const room = cloud.room('r1')
  room.join('watcher')
  const bob = room.join('bob')
  bob.announce('s1')
  bob.vanish()
  cloud.clock.advance(101_000)
  await bob.comeBack()
  bob.announce('s2')
  room.loginElsewhere('bob')
  await cloud.server.callbacks.settled()
  const about = (wanted: string, field: string) =>
    got.flatMap(({ event, user_account = 'bob', [field]: value }) =>
      event === wanted && user_account === 'bob' ? [value] : [],
    )
  expect(about('stream_close', 'type')).toEqual(['1', '2'])
  const [first, second] = about('room_login', 'login_time').map(Number)
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(101_000)
})

test('a client that connects again is logged in again, and a room that was empty is another one', async () => {
  const { got, url } = await openBackEnd()
  const cloud = openCloud(url)
  const client = new ScriptedClient(cloud)
  const answer = client.request('LoginRoomReq', login)
  client.close()
  const again = new ScriptedClient(cloud)
  again.request('LoginRoomReq', { ...login, reloginType: 1, switchSessionId: answer?.switchSessionId ?? 0n })
  again.request('LogoutRoomReq')
  new ScriptedClient(cloud).request('LoginRoomReq', login)
  await expect.poll(() => got.length).toBe(4)
  const [first, second, , third] = got
  expect(second).toMatchObject({ relogin: '1', session_id: first?.session_id, room_seq: first?.room_seq })
  expect(third?.room_seq).not.toBe(first?.room_seq)
})

test('what the back end does not take is told again, at the documented times, five times at most', async () => {
  const { got, url } = await openBackEnd(500)
  const cloud = openCloud(url)
  cloud.room('r1').join('alice')
  for (const [retry, pause] of [2, 4, 8, 16, 32, 64].entries()) {
    await expect.poll(() => cloud.server.callbacks.deliveries.length).toBe(retry + 1)
    cloud.clock.advance(pause * 1_000 - 500)
    expect(cloud.server.callbacks.deliveries).toHaveLength(retry + 1)
    cloud.clock.advance(500)
  }
  await cloud.server.callbacks.settled()
  expect(got).toHaveLength(6)
  expect(new Set(got.map(({ signature }) => signature)).size).toBe(1)
  expect(cloud.server.callbacks.deliveries.map(({ retry, status }) => [retry, status])).toEqual(
    [0, 1, 2, 3, 4, 5].map((retry) => [retry, 500]),
  )
})

test('a back end that leads elsewhere has not taken it', async () => {
  const { got, url } = await openBackEnd(302, 204)
  const cloud = openCloud(url)
  cloud.room('r1').join('alice')
  await expect.poll(() => cloud.server.callbacks.deliveries).toMatchObject([{ status: 302 }])
  cloud.clock.advance(2_000)
  await expect.poll(() => cloud.server.callbacks.deliveries.length).toBe(2)
  cloud.clock.advance(4_000)
  await cloud.server.callbacks.settled()
  expect(got).toHaveLength(2)
})

test('a back end that is not there is tried again, too', async () => {
  const { got, url } = await openBackEnd(200)
  const cloud = openCloud('http://127.0.0.1:1/')
  cloud.room('r1').join('alice')
  await expect.poll(() => cloud.server.callbacks.deliveries).toMatchObject([{ retry: 0, status: undefined }])
  cloud.server.callBackTo({ room_logout: url })
  cloud.room('r1').join('bob').leave()
  await expect.poll(() => told(got)).toEqual(['room_logout bob'])
})

test.each<[Detour, string[]]>([
  ['lost', ['room_login bob', 'room_login carol']],
  ['twice', ['room_login alice', 'room_login alice', 'room_login bob', 'room_login carol']],
  ['after-the-next', ['room_login bob', 'room_login alice', 'room_login carol']],
  [{ late: 5_000 }, ['room_login bob', 'room_login carol', 'room_login alice']],
])('a callback that goes another way (%j) is met once that is so', async (detour, expected) => {
  const { got, url } = await openBackEnd()
  const cloud = openCloud(url)
  const met: string[] = []
  cloud.server.callbacks.divert({
    detour,
    wants: ({ user_account }) => user_account === 'alice',
    onMet: ({ event }) => met.push(`${event} after ${told(got)}`),
  })
  cloud.room('r1').join('alice')
  cloud.room('r1').join('bob')
  const others = () => got.filter(({ user_account }) => user_account !== 'alice')
  await expect.poll(() => others().length).toBe(1)
  await expect
    .poll(() => cloud.server.callbacks.deliveries.length)
    .toBe(detour === 'lost' ? 1 : expected.length - 1 - Number(typeof detour === 'object'))
  cloud.room('r1').join('carol')
  await expect.poll(() => others().length).toBe(2)
  if (typeof detour === 'object') {
    cloud.clock.advance(4_000)
    expect(met).toEqual([])
    cloud.clock.advance(1_000)
  }
  await expect.poll(() => told(got)).toEqual(expected)
  await expect.poll(() => met.length).toBe(1)
})

test('one that waits for the next does not take one before it for that', async () => {
  const { got, url } = await openBackEnd()
  const cloud = openCloud(url)
  const met: string[] = []
  const wants = ({ event }: CallbackBody) => event === 'room_logout'
  cloud.server.callbacks.divert({ detour: 'after-the-next', wants, onMet: ({ event }) => met.push(event) })
  cloud.room('r1').join('alice').leave()
  await expect.poll(() => cloud.server.callbacks.deliveries.length).toBe(1)
  cloud.room('r1').join('bob')
  await expect.poll(() => told(got)).toEqual(['room_login alice', 'room_login bob', 'room_logout alice'])
  await expect.poll(() => met).toEqual(['room_logout'])
})

test('one that still waits when that ends is told, and is no wrong order', async () => {
  const { got, url } = await openBackEnd()
  const cloud = openCloud(url)
  const met: string[] = []
  const end = cloud.server.callbacks.divert({
    detour: 'after-the-next',
    wants: () => true,
    onMet: ({ event }) => met.push(event),
  })
  cloud.room('r1').join('alice')
  end()
  cloud.room('r1').join('bob')
  await expect.poll(() => told(got)).toEqual(['room_login alice', 'room_login bob'])
  expect(met).toEqual([])
})

test('what one diversion holds back is not let go by the end of another', async () => {
  const { got, url } = await openBackEnd()
  const cloud = openCloud(url)
  const { callbacks } = cloud.server
  const end = callbacks.divert({ detour: 'twice', wants: () => false, onMet: () => {} })
  callbacks.divert({ detour: 'after-the-next', wants: ({ room_id }) => room_id === 'r1', onMet: () => {} })
  cloud.room('r1').join('alice')
  end()
  await callbacks.settled()
  expect(got).toEqual([])
  cloud.room('r2').join('bob')
  await expect.poll(() => told(got)).toEqual(['room_login bob', 'room_login alice'])
})

test('what the back end did not get has not gone another way', async () => {
  const cloud = openCloud('http://127.0.0.1:1/')
  const { callbacks } = cloud.server
  const met: string[] = []
  callbacks.divert({ detour: 'twice', wants: () => true, onMet: ({ event }) => met.push(event) })
  cloud.room('r1').join('alice')
  await callbacks.settled()
  expect([callbacks.deliveries.length, met]).toEqual([2, []])
})

test('of two diversions that want one, the newer decides, as long as it lasts', async () => {
  const { got, url } = await openBackEnd()
  const cloud = openCloud(url)
  const { callbacks } = cloud.server
  callbacks.divert({ detour: 'twice', wants: () => true, onMet: () => {} })
  const end = callbacks.divert({ detour: 'lost', wants: () => true, onMet: () => {} })
  cloud.room('r1').join('alice')
  end()
  cloud.room('r1').join('bob')
  await callbacks.settled()
  expect(told(got)).toEqual(['room_login bob', 'room_login bob'])
})

test('when all wait for the next, they come in pairs', async () => {
  const { got, url } = await openBackEnd()
  const cloud = openCloud(url)
  cloud.server.callbacks.divert({ detour: 'after-the-next', wants: () => true, onMet: () => {} })
  const users = () => got.map(({ user_account }) => user_account)
  cloud.room('r1').join('alice')
  cloud.room('r1').join('bob')
  await expect.poll(users).toEqual(['bob', 'alice'])
  cloud.room('r1').join('carol')
  cloud.room('r1').join('dave')
  await expect.poll(users).toEqual(['bob', 'alice', 'dave', 'carol'])
})

test('callbacks stay on this machine, and need a secret', () => {
  const configure = (configuration: object) => () => new Cloud({ configuration })
  const secret = { callbackSecret }
  expect(configure({ ...secret, callbacks: 'https://shop.example/zego' })).toThrow(/on this machine, not to/)
  for (const host of ['not-localhost', 'localhost.example', '127.0.0.1.example', '128.0.0.1'])
    expect(configure({ ...secret, callbacks: `http://${host}/` }), host).toThrow(/on this machine, not to/)
  for (const host of ['localhost', 'shop.localhost', '127.0.0.9', '[::1]'])
    expect(configure({ ...secret, callbacks: `http://${host}/` }), host).not.toThrow()
  expect(configure({ ...secret, callbacks: 'localhost:8080' })).toThrow(/write http:\/\/localhost:8080/)
  expect(configure({ ...secret, callbacks: { room_close: 'http://localhost' } })).toThrow(
    /There are: room_login/,
  )
  expect(configure({ callbacks: 'http://localhost:8080/zego' })).toThrow(/callbackSecret/)
})

test('it hears what people are called, and what is said of a stream', async () => {
  const { got, url } = await openBackEnd()
  const cloud = openCloud(url)
  cloud.room('r1').join('bob', 'Bob')
  cloud.room('r1').addStream('bob', 's1', { title: 'Evening', extraInfo: 'a song' })
  await cloud.server.callbacks.settled()
  const named = { user_id: 'bob', user_name: 'Bob', publish_id: 'bob', publish_name: 'Bob' }
  expect(got).toMatchObject([
    { user_account: 'bob', user_nickname: 'Bob' },
    { ...named, title: 'Evening', extra_info: 'a song' },
  ])
})

test('an address that is refused changes nothing', async () => {
  const { got, url } = await openBackEnd()
  const cloud = openCloud(url)
  expect(() => cloud.server.callBackTo('https://shop.example/zego')).toThrow(/on this machine/)
  cloud.room('r1').join('alice')
  await cloud.server.callbacks.settled()
  expect(told(got)).toEqual(['room_login alice'])
})

test('a cloud that closes does not wait for a back end that never answers', async () => {
  const asked = vi.fn()
  const server = createServer(asked).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close().closeAllConnections())
  const cloud = openCloud(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  cloud.room('r1').join('alice')
  await expect.poll(() => asked.mock.calls.length).toBe(1)
  await cloud.close()
  expect(cloud.server.callbacks.deliveries).toEqual([])
})
