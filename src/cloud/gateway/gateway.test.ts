import { expect, test, vi } from 'vitest'
import { reply } from '../exchange/reply.ts'
import { gateway as handle } from '../handlers.ts'
import { LiveMedia } from './media/live-media.ts'
import { NetworkPath } from './media/network-path.ts'
import { fakePeers } from './testing/fake-peer.ts'
import { ScriptedClient } from './testing/scripted-client.ts'
import { connectedViewer, play, publish, setUp } from './testing/set-up.ts'

/** Media that no client sends. */
const virtual = () => new LiveMedia({ video: { name: 'H264', parameters: '' }, audio: true }, () => {})

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

test('a request can be refused, by the field its answer has for it', async () => {
  const { desk, gateway, host } = setUp()
  desk.handlers.push(handle('CreateSessionWithSdpReq', () => reply.code(2012)))
  await host.ask('LoginReq', { userId: 'host' })
  const { message, session } = await host.ask('CreateSessionWithSdpReq', publish)
  expect([message.result, session]).toEqual([2012, 0])
  expect(gateway.find()).toEqual([])
})

test('media of a client goes through its own path, and that of all others through the one of the gateway', async () => {
  const own = new NetworkPath()
  const taken: NetworkPath[] = []
  const peers = fakePeers()
  const { gateway, host } = setUp({
    createPeer: (request, path) => {
      taken.push(path)
      return peers.create(request)
    },
  })
  await host.ask('CreateSessionWithSdpReq', publish)
  await new ScriptedClient(gateway, 18, own).ask('CreateSessionWithSdpReq', play)
  expect([taken[0] === gateway.path, taken[1] === own]).toEqual([true, true])
  expect(gateway.find({ path: own })).toMatchObject([{ role: 'player' }])
  expect(gateway.find({ path: gateway.path })).toMatchObject([{ role: 'publisher' }])
})

test('an answer can be changed', async () => {
  const { desk, host } = setUp()
  const change = reply.with((answer: { sdp: string }) => {
    answer.sdp = 'v=0\r\ngarbage'
  })
  desk.handlers.push(handle('CreateSessionWithSdpReq', () => change))
  const { message } = await host.ask('CreateSessionWithSdpReq', publish)
  expect(message).toMatchObject({ result: 0, sdp: 'v=0\r\ngarbage' })
})

test('a broken answer reaches the client, which cannot read it, and begins no session', async () => {
  const { desk, gateway, host, journal } = setUp()
  const broken = [reply.broken('body'), reply.broken('command')]
  desk.handlers.push(handle('CreateSessionWithSdpReq', () => broken.shift()))
  for (const _ of [...broken]) host.raw(host.frame('CreateSessionWithSdpReq', publish))
  await journal.waitFor('unknown message', ({ name }) => name === 'unknown')
  expect(host.said).toMatchObject([
    { name: 'unreadable', cmd: 6 },
    { name: 'unknown', cmd: 9_999 },
  ])
  expect(journal.entries.map(({ name, handled }) => handled ?? name)).toEqual([
    'broken',
    'unreadable',
    'broken',
    'unknown',
  ])
  expect(gateway.find()).toEqual([])
})

test('silence, a failed frame and a closed link leave no trace', async () => {
  const replies = [reply.silence(), reply.exception(7), reply.close(1011)]
  const { desk, gateway, host, journal } = setUp()
  desk.handlers.push(handle('CreateSessionWithSdpReq', () => replies.shift()))
  for (let round = 0; round < 3; round += 1) host.raw(host.frame('CreateSessionWithSdpReq', publish))
  await journal.waitFor('third request', ({ handled }) => handled === 'close 1011')
  expect(host.said).toEqual([])
  expect(host.signals).toEqual(['exception 7', 'close 1011'])
  expect(gateway.find()).toEqual([])
})

test('requests, answers and pushes are in the journal', async () => {
  const { gateway, host, journal } = setUp()
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  gateway.find()[0]?.deny()
  host.acknowledge('CloseSessionAck', session)
  expect(journal.entries.map(({ direction, name }) => `${direction} ${name}`)).toEqual([
    'in CreateSessionWithSdpReq',
    'out CreateSessionWithSdpRsp',
    'out CloseSessionPush',
    'in CloseSessionAck',
  ])
})

test('nothing begins after the cloud closed, not even what a handler had pondered', async () => {
  let decide: (value: undefined) => void = () => {}
  const pending = new Promise<undefined>((resolve) => {
    decide = resolve
  })
  const { desk, gateway, host, peers } = setUp()
  desk.handlers.push(handle('CreateSessionWithSdpReq', () => pending))
  host.raw(host.frame('CreateSessionWithSdpReq', publish))
  desk.close()
  await gateway.close()
  decide(undefined)
  await pending
  expect(peers).toEqual([])
})

test('a stream is played by a transcoding template of the project, under its own name, and by no other', async () => {
  const { desk, gateway, host } = setUp({ hasTemplate: (id) => id === 105 })
  gateway.publish('s1', virtual(), 'guest')
  const ask = async (transCodecId: number, transCodecSuffix: string) => {
    const wanted = { ...play, streamId: `s1${transCodecSuffix}`, transCodecId, transCodecSuffix }
    return (await host.ask('CreateSessionWithSdpReq', wanted)).message.result
  }
  expect([await ask(106, '_zegom106'), await ask(105, '_zegom105'), await ask(0, '_zego264')]).toEqual([
    1006, 0, 0,
  ])
  expect(gateway.find().map(({ stream }) => stream.id)).toEqual(['s1', 's1'])
  desk.handlers.push(
    handle('CreateSessionWithSdpReq', ({ stream }) => (stream === 's1' ? reply.code(7) : undefined)),
  )
  expect(await ask(105, '_zegom105')).toBe(7)
})

test('whoever publishes is told to stop when somebody else does under the same ID', async () => {
  const { gateway, host } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  gateway.publish(publish.streamId, virtual(), 'guest')
  const [push] = host.pushes('CloseSessionPush')
  expect(JSON.parse(push?.message.errInfo ?? '')).toEqual({ action: 1, err: 1012 })
  expect(gateway.stream(publish.streamId).publisher).toEqual({ userId: 'guest' })
})

test.each([
  ['published', publish, 2012],
  ['played', play, 2013],
])('a stream that is %s with other streamParams than were issued is refused', async (_, wanted, refused) => {
  const { gateway, host } = setUp({ acceptsParams: (given) => given === 'token=issued' })
  gateway.publish('s1', virtual(), 'guest')
  const ask = async (strAuthParam: string) =>
    (await host.ask('CreateSessionWithSdpReq', { ...wanted, strAuthParam })).message.result
  expect([await ask('token=other'), await ask(''), await ask('token=issued')]).toEqual([refused, refused, 0])
})

test('who publishes anew replaces the own session, and nobody is told to stop', async () => {
  const { gateway, host } = setUp()
  await host.ask('CreateSessionWithSdpReq', publish)
  const { session } = await host.ask('CreateSessionWithSdpReq', publish)
  expect(gateway.find().map(({ id }) => id)).toEqual([session])
  expect(host.pushes('CloseSessionPush')).toEqual([])
})

test('what is forbidden is stopped whenever it is tried again, until it is allowed', async () => {
  const { gateway, peers, viewer } = setUp()
  gateway.publish('s1', virtual(), 'guest')
  gateway.forbid('s1')
  await connectedViewer(viewer, peers)
  const [push] = viewer.pushes('CloseSessionPush')
  expect(JSON.parse(push?.message.errInfo ?? '')).toEqual({ action: 1, err: 1011 })
  expect(gateway.find()).toEqual([])

  gateway.resume('s1')
  await connectedViewer(viewer, peers)
  expect(gateway.find()).toHaveLength(1)
})

test('of two that are forbidden one is allowed, and who plays a third is left alone', async () => {
  const { gateway, peers, viewer } = setUp()
  const streams = ['s1', 's2', 's3']
  for (const stream of streams) gateway.publish(stream, virtual(), 'guest')
  const watch = async () => {
    for (const streamId of streams) {
      await viewer.ask('CreateSessionWithSdpReq', { ...play, streamId })
      const peer = peers.at(-1)
      peer?.connect()
      await peer?.connected
    }
  }
  const watched = () => gateway.find({ role: 'player' }).map(({ stream }) => stream.id)
  await watch()
  expect(watched()).toEqual(streams)
  for (const stream of ['s1', 's2']) gateway.forbid(stream)
  await expect.poll(watched).toEqual(['s3'])
  gateway.resume('s1')
  await watch()
  await expect.poll(watched).toEqual(['s3', 's1', 's3'])
  expect(viewer.pushes('CloseSessionPush')).toHaveLength(3)
})

test('a client whose tunnel is gone is told of no reset', async () => {
  const { gateway, host, viewer } = setUp()
  host.close()
  gateway.reset()
  expect([host, viewer].map((client) => client.pushes('SessionResetPush').length)).toEqual([0, 1])
})

test('a probe needs no streamParams: it plays nobody’s stream', async () => {
  const { gateway, viewer } = setUp({ acceptsParams: () => false })
  gateway.publish('s1', virtual(), 'guest')
  const probe = { ...play, type: 2, streamId: 'zegoprobe-1' }
  expect((await viewer.ask('CreateSessionWithSdpReq', probe)).message.result).toBe(0)
})

test('media that nobody plays ends with the gateway, too', async () => {
  const { gateway } = setUp()
  const media = virtual()
  const close = vi.spyOn(media, 'close')
  gateway.publish('s1', media, 'guest')
  await gateway.close()
  expect(close).toHaveBeenCalledOnce()
})
