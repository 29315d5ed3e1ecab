import { create } from '@bufbuild/protobuf'
import { HttpResponse, http } from 'msw'
import { expect, onTestFinished, test, vi } from 'vitest'
import { encodeFrame } from './accesshub/frame.ts'
import { Cloud } from './cloud.ts'
import { reply } from './exchange/reply.ts'
import { LiveMedia } from './gateway/media/live-media.ts'
import { liveroom } from './handlers.ts'
import { encode } from './proto/codec.ts'
import { PCUpwardMessageSchema } from './proto/gen/accesshub_pb.ts'
import { ScriptedClient } from './testing/scripted-client.ts'
import { makeToken } from './token.ts'

const roomId = 'r1'

function loggedIn(cloud: Cloud, idName: string, thirdToken = makeToken()) {
  const client = new ScriptedClient(cloud)
  return { client, answer: client.request('LoginRoomReq', { roomId, idName, thirdToken }) }
}

test('a login is admitted and the user is in the room', () => {
  const cloud = new Cloud()
  const { answer } = loggedIn(cloud, 'alice')
  expect(answer?.rspHead?.code).toBe(0)
  expect([...cloud.room(roomId).members.keys()]).toEqual(['alice'])
  expect(cloud.defects).toEqual([])
})

test('others in the room hear of a login, a message, a stream and a goodbye', () => {
  const cloud = new Cloud()
  loggedIn(cloud, 'alice')
  const { client } = loggedIn(cloud, 'bob')
  client.request('SendImReq', { msgContent: 'hello' })
  client.request('AddStreamReq', { streamId: 's1' })
  client.request('LogoutRoomReq')
  const pushed = cloud.journal.entries.filter(
    ({ direction, user }) => direction === 'out' && user === 'alice',
  )
  expect(pushed.map(({ name }) => name)).toEqual([
    'LoginRoomRsp',
    'PushUserInfoUpdated',
    'PushIm',
    'PushStream',
    'PushStream',
    'PushUserInfoUpdated',
  ])
})

test.each([
  ['malformed', '04not-base64!', 50119],
  ['expired', makeToken(-1), 50117],
  ['opaque', 'any-test-token', 0],
])('a %s token is answered with its server code', (_, token, code) => {
  expect(loggedIn(new Cloud(), 'alice', token).answer?.rspHead?.code).toBe(code)
})

test('a handler answers in place of the cloud, and the request takes no effect', async () => {
  const cloud = new Cloud()
  cloud.use(liveroom('LoginRoomReq', () => reply.code(1105)))
  loggedIn(cloud, 'alice')
  const entry = await cloud.journal.waitFor('LoginRoomRsp', ({ name }) => name === 'LoginRoomRsp')
  expect(entry.message).toMatchObject({ rspHead: { code: 1105 } })
  expect(cloud.room(roomId).members.size).toBe(0)
})

test('a handler given once leaves the second request to the cloud', async () => {
  const cloud = new Cloud()
  cloud.use(liveroom('LoginRoomReq', () => reply.code(1105), { once: true }))
  loggedIn(cloud, 'alice')
  loggedIn(cloud, 'bob')
  await cloud.journal.waitFor('admission', ({ message }) => code(message) === 0)
  const codes = cloud.journal.named('LoginRoomRsp').map(({ message }) => code(message))
  expect(codes.sort()).toEqual([0, 1105])
})

test('a handler given once waits for the first request that it has a reply for', async () => {
  const cloud = new Cloud()
  const forBob = liveroom(
    'LoginRoomReq',
    ({ message }) => (message.idName === 'bob' ? reply.code(1105, 'not today') : undefined),
    { once: true },
  )
  cloud.use(forBob)
  for (const user of ['alice', 'bob', 'bob']) {
    const before = cloud.journal.entries.length
    loggedIn(cloud, user)
    const isAnswer = ({ name }: { name: string }) => name === 'LoginRoomRsp'
    await expect.poll(() => cloud.journal.entries.slice(before).some(isAnswer)).toBe(true)
  }
  const heads = cloud.journal
    .named('LoginRoomRsp')
    .map(({ message }) => (message as { rspHead: object }).rspHead)
  expect(heads).toMatchObject([{ code: 0 }, { code: 1105, message: 'not today' }, { code: 0 }])
})

test('a cloud that is closed gives no answer that a handler still pondered', async () => {
  const cloud = new Cloud()
  let decide = () => {}
  const pondering = new Promise<void>((resolve) => {
    decide = resolve
  })
  cloud.use(liveroom('LoginRoomReq', () => pondering.then(() => reply.code(1105))))
  const { client } = loggedIn(cloud, 'alice')
  const before = client.received.length
  await cloud.close()
  decide()
  await cloud.journal.waitFor('the request', ({ name }) => name === 'LoginRoomReq')
  await pondering
  expect(client.received).toHaveLength(before)
})

test('handlers are forgotten all at once, or only those that were given together', () => {
  const cloud = new Cloud()
  const refusing = () => liveroom('LoginRoomReq', () => reply.code(1105))
  const answering = () => http.get('https://example.org/', () => HttpResponse.text('hello'))
  const [first, second] = [answering(), answering()]
  cloud.use(refusing(), first)
  const undo = cloud.use(refusing(), second)
  expect([cloud.handlers.length, cloud.ownHttpHandlers]).toEqual([2, [second, first]])
  undo()
  expect([cloud.handlers.length, cloud.ownHttpHandlers]).toEqual([1, [first]])
  cloud.resetHandlers()
  expect([cloud.handlers, cloud.ownHttpHandlers]).toEqual([[], []])
})

test('a cloud that is closed waits for nobody, and puts nobody out', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const cloud = new Cloud()
  loggedIn(cloud, 'alice')
  await cloud.close()
  expect(vi.getTimerCount()).toBe(0)
})

test('a stream is there for the mixer once its media comes, be it that no room knows of it', () => {
  const cloud = new Cloud()
  expect(cloud.mixer.hasStream('s1')).toBe(false)
  const end = cloud.gateway.publish('s1', new LiveMedia({ video: undefined, audio: true }, () => {}), 'alice')
  expect(cloud.mixer.hasStream('s1')).toBe(true)
  end()
  expect(cloud.mixer.hasStream('s1')).toBe(false)
})

test('a stream ID is taken by whoever has it in a room of one’s own, not in another', () => {
  const cloud = new Cloud()
  cloud.room('r2').join('bob').announce('s1')
  loggedIn(cloud, 'alice')
  const { isTaken } = cloud.gateway.options
  expect(isTaken('alice', 's1')).toBe(false)
  cloud.room('r1').join('carol').announce('s1')
  expect([isTaken('alice', 's1'), isTaken('carol', 's1')]).toEqual([true, false])
})

test('a token lapses for media by the clock of the cloud, where that counts', () => {
  const cloud = new Cloud()
  const token = makeToken(3_600)
  const { isLapsed } = cloud.gateway.options
  expect(isLapsed(token)).toBe(false)
  cloud.clock.advance(3_600_000)
  expect(isLapsed(token)).toBe(true)
  cloud.configuration.expiredTokens = 'allow'
  expect(isLapsed(token)).toBe(false)
})

test('who was made up by the test is no client', () => {
  const cloud = new Cloud()
  cloud.room(roomId).join('bob')
  loggedIn(cloud, 'alice')
  expect(cloud.clients.map(({ userId }) => userId)).toEqual(['alice'])
})

test('a setting of one cloud is that of no other', () => {
  const cloud = new Cloud({ configuration: { roomCapacity: 1 } })
  cloud.configuration.multiRoom = false
  expect(new Cloud().configuration).toMatchObject({ roomCapacity: Infinity, multiRoom: true })
})

test('a handler may close the link that carried the request', async () => {
  const cloud = new Cloud()
  cloud.use(liveroom('LoginRoomReq', () => reply.close(1011)))
  const { client } = loggedIn(cloud, 'alice')
  await cloud.journal.waitFor('request', ({ handled }) => handled === 'close 1011')
  expect(client.closeCode).toBe(1011)
})

test('a handler for a request that does not exist is refused with the names there are', () => {
  expect(() => liveroom('LoginReq' as 'LoginRoomReq', () => undefined)).toThrow(
    /no request named LoginReq.*LoginRoomReq/,
  )
})

test('a handler with an option that there is not is refused', () => {
  const mistyped = { onec: true } as object
  expect(() => liveroom('HbReq', () => undefined, mistyped)).toThrow(
    'A handler of HbReq has no option named onec. It has: once.',
  )
})

test('another product is refused as not activated, and nothing it says is a defect', () => {
  const cloud = new Cloud()
  const client = new ScriptedClient(cloud)
  const handshake = create(PCUpwardMessageSchema, {
    txid: 100n,
    serviceNo: 9,
    payload: new Uint8Array([0x21]),
  })
  client.raw(encodeFrame({ type: 17, stream: 3, body: encode(PCUpwardMessageSchema, handshake) }))
  client.raw(encodeFrame({ type: 26, stream: 5, body: new Uint8Array() }))
  client.raw(client.frame('HTTPRequest', { serviceNo: 10 }))
  const sent = cloud.journal.entries.filter(({ direction }) => direction === 'out')
  expect(sent.map(({ message }) => message)).toMatchObject([{ reason: 20_010 }, { statusCode: 404 }])
  expect([...cloud.notOffered]).toEqual(['ZIM'])
  expect(cloud.defects).toEqual([])
})

test('a request that crosses a kick-out has no effect, and is no defect', () => {
  const cloud = new Cloud()
  const { client } = loggedIn(cloud, 'alice')
  cloud.room(roomId).kick('alice')
  client.request('AddStreamReq', { streamId: 's1' })
  client.request('SendImReq', { msgContent: 'hello' })
  expect(cloud.room(roomId).streams.size).toBe(0)
  expect(cloud.defects).toEqual([])
  expect(cloud.journal.entries.at(-1)).toMatchObject({
    name: 'SendImReq',
    handled: expect.stringContaining('crossed a kick-out'),
  })
})

test('a user who is not in the room cannot be kicked, and the error says who is', () => {
  const cloud = new Cloud()
  loggedIn(cloud, 'alice')
  expect(() => cloud.room(roomId).kick('bob')).toThrow('bob is not in room r1; in it: alice.')
})

test('an unknown address, frame type, command and service are reported, not answered', () => {
  const cloud = new Cloud()
  expect(
    cloud.accept({ url: 'wss://accesshub-wss.coolbcloud.com/other', send: () => true, close() {} }),
  ).toBeUndefined()
  const client = new ScriptedClient(cloud)
  client.raw(new Uint8Array([0xaf, 0, 0, 99, 0, 0, 0, 0, 0, 0, 0, 3, 0]))
  client.raw('text')
  client.request('HbReq')
  expect(cloud.defects.map(({ message }) => message.split(';')[0])).toEqual([
    'http: no such WebSocket address: wss://accesshub-wss.coolbcloud.com/other',
    'accesshub: unknown frame type 99',
    'accesshub: text message "text"',
    'liveroom: HbReq came with unknown context key 0',
  ])
  expect(client.received).toHaveLength(1)
})

const code = (message: unknown) => (message as { rspHead?: { code: number } }).rspHead?.code

test('a client is refused a third room, and a room a second key of extra info', () => {
  const cloud = new Cloud()
  const { client } = loggedIn(cloud, 'alice')
  const enter = (id: string) => client.request('EnterRoomReq', { roomId: id })?.rspHead?.code
  expect([enter('r2'), enter('r3')]).toEqual([0, 5022])
  const set = (transType: string) =>
    client.request('SetTransReq', { transType, transData: 'x' })?.rspHead?.code
  expect([set('topic'), set('topic'), set('mood')]).toEqual([0, 0, 1015])
})

test('players hear of the devices of whom they get, not of who had the stream ID before', async () => {
  const kinds = { video: { name: 'H264', parameters: '' }, audio: true } as const
  const media = () => Object.assign(new LiveMedia(kinds, () => {}), { send() {}, cover() {} })
  const cloud = new Cloud({ loadMedia: async () => media() })
  const [first, second] = [cloud.room('r1').join('bob'), cloud.room('r2').join('carol')]
  await first.publish('s1')
  await second.publish('s1')
  first.muteCamera()
  expect(cloud.gateway.stream('s1').status).toBeUndefined()
  second.muteMicrophone()
  expect(cloud.gateway.stream('s1').status).toEqual({ micStatus: 3, cameraStatus: 0 })
})

test('a broken answer is met and reaches the client, which cannot read it', async () => {
  const cloud = new Cloud()
  cloud.use(liveroom('SendImReq', () => reply.broken('body')))
  const { client } = loggedIn(cloud, 'alice')
  client.request('SendImReq', { msgContent: 'hello' })
  await cloud.journal.waitFor('unreadable answer', ({ name }) => name === 'unreadable')
  expect(cloud.journal.named('SendImReq')).toMatchObject([{ handled: 'broken' }])
})
