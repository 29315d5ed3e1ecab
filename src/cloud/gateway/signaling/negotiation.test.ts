import { expect, test } from 'vitest'
import { ScriptedClient } from '../testing/scripted-client.ts'
import { play, publish, setUp } from '../testing/set-up.ts'
import { result } from './result.ts'

test('a login is answered with a token of its own, to log in with again', async () => {
  const { host } = setUp()
  const { message, session } = await host.ask('LoginReq', { userId: 'host', token: 'abc', tokenType: 1 })
  expect(message).toMatchObject({ result: 0, token: 'media-session', tokenType: 1, abilities: 0 })
  expect(session).toBe(0)
  expect(host.user).toBe('host')
})

test('a publisher gets an answer in a session of its own, and the stream exists', async () => {
  const { gateway, host } = setUp()
  const { message, session } = await host.ask('CreateSessionWithSdpReq', publish)
  expect(message).toMatchObject({
    result: 0,
    sdp: 'answer to H264',
    peerId: session,
    gwNodes: ['127.0.0.1:8000'],
  })
  expect(session).toBeGreaterThan(0)
  expect(gateway.find({ role: 'publisher', user: 'host' })[0]?.id).toBe(session)
  expect(gateway.stream('s1').media?.video?.name).toBe('H264')
})

test('what nobody publishes cannot be played, until somebody does', async () => {
  const { gateway, host, viewer } = setUp()
  const early = await viewer.ask('CreateSessionWithSdpReq', play)
  expect(early.message.result).toBe(result.streamNotFound)
  expect(early.session).toBe(0)
  await host.ask('CreateSessionWithSdpReq', publish)
  expect((await viewer.ask('CreateSessionWithSdpReq', play)).message.result).toBe(0)
  expect(gateway.stream('s1').players.size).toBe(1)
})

test('a stream is the one that the app named, in the test environment too', async () => {
  const { gateway, host, viewer } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  const named = { ...play, streamId: 'zegotest-1234567890-s1' }
  expect((await viewer.ask('CreateSessionWithSdpReq', named)).message.result).toBe(0)
  expect(gateway.find({ role: 'player', stream: 's1' })).toHaveLength(1)
})

test('an offer that cannot be answered is refused and leaves no session', async () => {
  const { gateway, host } = setUp()
  const { message } = await host.ask('CreateSessionWithSdpReq', { ...publish, sdp: 'v=0' })
  expect(message.result).toBe(result.invalidSdp)
  expect(gateway.find()).toEqual([])
})

test('a session type that does not exist is refused', async () => {
  const { host } = setUp()
  const { message } = await host.ask('CreateSessionWithSdpReq', { ...publish, type: 9 })
  expect(message.result).toBe(result.wrongType)
})

test('a session can be made first and negotiated later, as with turnOnly', async () => {
  const { gateway, host } = setUp()
  const { message, session } = await host.ask('CreateSessionReq', { type: 0, streamId: 's1' })
  expect(message).toMatchObject({ result: 0, sessionId: session })
  expect(message.turnServer).toMatch(/^turn:127\.0\.0\.1:\d+/)
  expect(gateway.stream('s1').media).toBeUndefined()
  const description = await host.ask('MediaDescReq', { sdp: 'VP8' }, session)
  expect(description.message.sdp).toBe('answer to VP8')
  expect(gateway.stream('s1').media?.video?.name).toBe('VP8')
})

test('a connected peer is told its address, once', async () => {
  const { host, peers } = setUp({ clientIp: () => '127.0.0.9' })
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  peers[0]?.connect()
  await host.hears(({ name }) => name === 'ClientInfoPush')
  expect(host.pushes('ClientInfoPush')).toMatchObject([
    { session, message: { clientIp: '127.0.0.9', peerId: session } },
  ])
})

test('a client that logs in again through a new tunnel keeps its sessions', async () => {
  const { gateway, host } = setUp()
  const { session, message } = await host.ask('CreateSessionWithSdpReq', publish)
  host.close()
  const again = new ScriptedClient(gateway)
  await again.ask('LoginReq', {
    userId: 'host',
    sessions: [{ sessionId: session, sessionToken: message.sessionToken }],
  })
  gateway.sessions.get(session)?.push('PublishEventPush', { event: 0 })
  expect(again.pushes('PublishEventPush')).toHaveLength(1)
  expect(again.pushes('SessionResetPush')).toEqual([])
})

test('a client that logs in with a session nobody knows is told to make a new one', async () => {
  const { host } = setUp()
  await host.ask('LoginReq', { userId: 'host', sessions: [{ sessionId: 77, sessionToken: 'x' }] })
  expect(host.pushes('SessionResetPush')).toMatchObject([{ message: { cResetType: 1, sessionIds: [77] } }])
})

test('a session is proved by its token: without it, it stays with the client that has it', async () => {
  const { gateway, host, viewer } = setUp()
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  await viewer.ask('LoginReq', {
    userId: 'host',
    sessions: [{ sessionId: session, sessionToken: 'guessed' }],
  })
  expect(viewer.pushes('SessionResetPush')).toMatchObject([{ message: { sessionIds: [session] } }])
  gateway.sessions.get(session)?.push('PublishEventPush', { event: 0 })
  expect([host, viewer].map((client) => client.pushes('PublishEventPush').length)).toEqual([1, 0])
})

test('only SDKs that cannot do without are told of a relay', async () => {
  const { host } = setUp()
  const version = (major: number, minor: number) => (4 << 28) | (major << 20) | (minor << 8)
  for (const [sdkVersion, told] of [
    [version(3, 10), true],
    [version(3, 12), false],
  ] as const) {
    await host.ask('LoginReq', { userId: 'host', sdkVersion: sdkVersion >>> 0 })
    const { message } = await host.ask('CreateSessionWithSdpReq', publish)
    expect(message.paramsExt.length > 0).toBe(told)
  }
})

test('what speaks of a session that is over is refused, and closing one ends it', async () => {
  const { gateway, host } = setUp()
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  expect((await host.ask('CloseSessionReq', { reason: 0 }, session)).message.result).toBe(0)
  expect(gateway.find()).toEqual([])
  const again = await host.ask('CloseSessionReq', { reason: 0 }, session)
  expect(again).toMatchObject({ session, message: { result: result.peerNotFound } })
  const description = await host.ask('MediaDescReq', { sdp: 'VP8' }, session)
  expect(description.message.result).toBe(result.peerNotFound)
})
