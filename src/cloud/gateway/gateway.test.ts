import { expect, onTestFinished, test } from 'vitest'
import { reply } from '../reply.ts'
import { action, denied } from './denial.ts'
import { Gateway, type GatewayOptions } from './gateway.ts'
import { LiveMedia } from './live-media.ts'
import { result } from './result.ts'
import { type FakePeer, fakePeers } from './testing/fake-peer.ts'
import { ScriptedClient } from './testing/scripted-client.ts'

function setUp(options: Partial<GatewayOptions> = {}) {
  const peers = fakePeers()
  const errors: unknown[] = []
  const gateway = new Gateway({ createPeer: peers.create, report: (error) => errors.push(error), ...options })
  onTestFinished(async () => {
    await gateway.close()
    expect(errors).toEqual([])
    expect(peers.made.every(({ isClosed }) => isClosed)).toBe(true)
  })
  return {
    gateway,
    peers: peers.made,
    host: new ScriptedClient(gateway),
    viewer: new ScriptedClient(gateway),
  }
}

const publish = { type: 0, streamId: 's1', sdp: 'H264', params: 'zguid=host&zgrid=r1' }
const play = { type: 1, streamId: 's1', sdp: 'H264', params: 'zguid=viewer-1&zgrid=r1' }
const packet = { kind: 'video', sequence: 1, timestamp: 1, marker: true, payload: new Uint8Array(8) } as const

/** The viewer plays, and its peer (the newest) connects. */
async function connectedViewer(viewer: ScriptedClient, peers: readonly FakePeer[]): Promise<void> {
  await viewer.ask('CreateSessionWithSdpReq', play)
  peers.at(-1)?.connect()
  await viewer.hears(({ name }) => name === 'ClientInfoPush')
}

test('a login is answered with the token it came with', async () => {
  const { host } = setUp()
  const { message, session } = await host.ask('LoginReq', { userId: 'host', token: 'abc', tokenType: 1 })
  expect(message).toMatchObject({ result: 0, token: 'abc', tokenType: 1, abilities: 0 })
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

test('the first packet tells publisher and players that media flows', async () => {
  const { host, viewer, peers } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  await connectedViewer(viewer, peers)
  peers[0]?.media?.forward(packet)
  await viewer.hears(({ name }) => name === 'PlayEventPush')
  expect(viewer.pushes('PlayEventPush')).toMatchObject([{ message: { event: 0 } }])
  expect(host.pushes('PublishEventPush')).toMatchObject([{ message: { event: 0 } }])
})

test('device states of a publisher reach its players, later ones too', async () => {
  const { host, viewer, peers } = setUp()
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  await host.ask('StreamStatusNotify', { micStatus: 0, cameraStatus: 3 }, session)
  await connectedViewer(viewer, peers)
  await host.ask('StreamStatusNotify', { micStatus: 3, cameraStatus: 3 }, session)
  const states = viewer.pushes('StreamStatusNotifyPush')
  expect(states).toMatchObject([
    { message: { micStatus: 0 } },
    { message: { micStatus: 3, cameraStatus: 3 } },
  ])
  expect(states[1]?.seq).toBeGreaterThan(states[0]?.seq ?? Infinity)
})

test('a player pauses and resumes one kind of media', async () => {
  const { host, viewer, peers } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  const { session } = await viewer.ask('CreateSessionWithSdpReq', play)
  await viewer.ask('ActivateVideoPlayStreamReq', { active: 0, layer: 0 }, session)
  expect([...(peers[1]?.paused ?? [])]).toEqual(['video'])
  await viewer.ask('ActivateVideoPlayStreamReq', { active: 1, layer: 0 }, session)
  expect(peers[1]?.paused.size).toBe(0)
})

test('a publisher that comes back goes on to the same players', async () => {
  const { host, viewer, peers } = setUp()
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  await connectedViewer(viewer, peers)
  await host.ask('CloseSessionReq', { reason: 1 }, session)
  expect(viewer.pushes('PlayEventPush')).toMatchObject([{ message: { event: 1 } }])
  await host.ask('CreateSessionWithSdpReq', publish)
  expect(peers[1]?.playing).toEqual([peers[0]?.media, peers[2]?.media])
  expect(viewer.pushes('CloseSessionPush')).toEqual([])
})

test('a publisher that comes back with another codec has its players negotiate anew', async () => {
  const { gateway, host, viewer } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  const { session } = await viewer.ask('CreateSessionWithSdpReq', play)
  await host.ask('CreateSessionWithSdpReq', { ...publish, sdp: 'VP8' })
  const [push] = viewer.pushes('CloseSessionPush')
  expect(push?.session).toBe(session)
  expect(JSON.parse(push?.message.errInfo ?? '')).toEqual({ action: action.retry, err: denied.codecSwitched })
  expect(gateway.find({ role: 'player' })).toEqual([])
})

test('somebody else publishing the same stream ends the earlier publisher', async () => {
  const { gateway, host, viewer } = setUp()
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  await viewer.ask('CreateSessionWithSdpReq', { ...publish, params: 'zguid=rival' })
  const [push] = host.pushes('CloseSessionPush')
  expect(push?.session).toBe(session)
  expect(JSON.parse(push?.message.errInfo ?? '')).toEqual({ action: action.stop, err: denied.newPublisher })
  expect(gateway.stream('s1').publisher?.userId).toBe('rival')
})

test('a denial names error, action, wait and nodes', async () => {
  const { gateway, host, peers } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  const nodes = [{ ip: '127.0.0.1', port: 9 }]
  gateway.find()[0]?.deny({ err: denied.publishForbidden, action: action.redirect, delay: 2, nodes })
  const [push] = host.pushes('CloseSessionPush')
  expect(push?.message.reason).toBe(15)
  expect(JSON.parse(push?.message.errInfo ?? '')).toEqual({
    action: 3,
    err: 1011,
    action_delay: 2,
    ins: [{ ip: '127.0.0.1', port: 9, ipv6: '' }],
  })
  expect(peers[0]?.isClosed).toBe(true)
})

test('a closed session is told nothing more', async () => {
  const { gateway, host } = setUp()
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  const [publisher] = gateway.find()
  await host.ask('CloseSessionReq', { reason: 0 }, session)
  publisher?.deny()
  expect(host.pushes('CloseSessionPush')).toEqual([])
  expect((await host.ask('CloseSessionReq', { reason: 0 }, session)).message.result).toBe(result.peerNotFound)
})

test('a peer that is over ends its session and its stream', async () => {
  const { gateway, host, peers } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  const [session] = gateway.find()
  peers[0]?.end()
  await session?.closed
  expect(gateway.sessions.size).toBe(0)
  expect(gateway.stream('s1').publisher).toBeUndefined()
})

test('a reset tells every client and ends every session', async () => {
  const { gateway, host, viewer } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  await viewer.ask('CreateSessionWithSdpReq', play)
  const sessions = gateway.find()
  gateway.reset(4)
  for (const client of [host, viewer]) {
    expect(client.pushes('SessionResetPush')).toMatchObject([
      { session: 0, message: { cResetType: 0, reason: 4 } },
    ])
  }
  await Promise.all(sessions.map(({ closed }) => closed))
  expect(gateway.sessions.size).toBe(0)
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

test('a peer command is answered under its own seq, and works like the message', async () => {
  const { gateway, host, viewer, peers } = setUp()
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  await connectedViewer(viewer, peers)
  // stream_status{seq 9, mic 0, camera 3}
  const body = Uint8Array.of(0x82, 0x01, 6, 0x08, 9, 0x10, 0, 0x18, 6)
  const { message } = await host.ask('CmdReq', { peerId: session, cmdId: 16, body }, session)
  // stream_status_ack{seq 9, result 0}
  expect([...message.body]).toEqual([0x72, 4, 0x08, 9, 0x10, 0])
  expect(message.cmdId).toBe(14)
  expect(gateway.stream('s1').status).toEqual({ micStatus: 0, cameraStatus: 3 })
  expect(viewer.pushes('StreamStatusNotifyPush')).toHaveLength(1)
})

test('the gateway says peer commands of its own', async () => {
  const { gateway, host } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  gateway.find()[0]?.command('codecErrorNotify', { mediaType: 1, errorType: 3 })
  const [push] = host.pushes('CmdPush')
  expect(push?.message.cmdId).toBe(11)
  expect([...(push?.message.body ?? [])].slice(0, 6)).toEqual([0x5a, 6, 0x08, 2, 0x10, 6])
})

test('a probe hears of the network', async () => {
  const { host, viewer } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  const { session } = await viewer.ask('CreateSessionWithSdpReq', { ...play, type: 2 })
  await viewer.ask('NetQualityProbeReq', { peerId: session, action: 1 }, session)
  expect(viewer.pushes('NetQualityInfoPush')).toMatchObject([
    { session, message: { peerId: session, lossrate: 0 } },
  ])
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

test('a virtual stream is played as any other, until it ends', async () => {
  const { gateway, viewer, peers } = setUp()
  const media = new LiveMedia({ video: { name: 'H264', parameters: '' }, audio: true }, () => {})
  const end = gateway.publish('s1', media, 'virtual-1')
  await connectedViewer(viewer, peers)
  expect(peers[0]?.playing).toEqual([media])
  end()
  expect(viewer.pushes('PlayEventPush')).toMatchObject([{ message: { event: 1 } }])
  expect((await viewer.ask('CreateSessionWithSdpReq', play)).message.result).toBe(result.streamNotFound)
})

test('a request can be refused, by the field its answer has for it', async () => {
  const { gateway, host } = setUp({
    intercept: ({ name }) => (name === 'LoginReq' ? undefined : reply.code(2012)),
  })
  await host.ask('LoginReq', { userId: 'host' })
  const { message, session } = await host.ask('CreateSessionWithSdpReq', publish)
  expect([message.result, session]).toEqual([2012, 0])
  expect(gateway.find()).toEqual([])
})

test('an answer can be changed', async () => {
  const change = reply.with((answer: { sdp: string }) => {
    answer.sdp = 'v=0\r\ngarbage'
  })
  const { host } = setUp({ intercept: () => change })
  const { message } = await host.ask('CreateSessionWithSdpReq', publish)
  expect(message).toMatchObject({ result: 0, sdp: 'v=0\r\ngarbage' })
})

test('silence, a failed frame and a closed link leave no trace', async () => {
  const replies = [reply.silence(), reply.exception(7), reply.close(1011)]
  const { gateway, host } = setUp({ intercept: () => replies.shift() })
  for (let round = 0; round < 3; round += 1) host.raw(host.frame('CreateSessionWithSdpReq', publish))
  await host.ask('LoginReq', { userId: 'host' })
  expect(host.said).toHaveLength(1)
  expect(host.signals).toEqual(['exception 7', 'close 1011'])
  expect(gateway.find()).toEqual([])
})

test('requests, answers and pushes are in the journal', async () => {
  const seen: string[] = []
  const journal = {
    record: (entry: { direction: string; name: string }) => seen.push(`${entry.direction} ${entry.name}`),
  }
  const { gateway, host } = setUp({ journal })
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  gateway.find()[0]?.deny()
  host.acknowledge(22, session)
  expect(seen).toEqual([
    'in CreateSessionWithSdpReq',
    'out CreateSessionWithSdpRsp',
    'out CloseSessionPush',
    'in CloseSessionAck',
  ])
})

test('nothing begins after the gateway closed', async () => {
  let decide: (value: undefined) => void = () => {}
  const pending = new Promise<undefined>((resolve) => {
    decide = resolve
  })
  const { gateway, host, peers } = setUp({ intercept: () => pending })
  host.raw(host.frame('CreateSessionWithSdpReq', publish))
  await gateway.close()
  decide(undefined)
  await pending
  expect(peers).toEqual([])
})
