import { expect, test } from 'vitest'
import { createTurnClient } from 'werift'
import { Cloud } from '../cloud/cloud.ts'
import { reply } from '../cloud/exchange/reply.ts'
import { LiveMedia } from '../cloud/gateway/media/live-media.ts'
import { fakePeers } from '../cloud/gateway/testing/fake-peer.ts'
import { ScriptedClient } from '../cloud/gateway/testing/scripted-client.ts'
import { publish } from '../cloud/gateway/testing/set-up.ts'
import { gateway } from '../cloud/handlers.ts'
import { decode } from '../cloud/proto/codec.ts'
import { WebrtcCmdReqMsgSchema as command } from '../cloud/proto/gen/gatewaycommand_pb.ts'
import { MediaFaults } from './media.ts'

test('clients are told of one relay, which grants allocations, until the faults end', async () => {
  const cloud = new Cloud()
  const faults = new MediaFaults(cloud)
  const { evidence } = await faults.offerRelay()
  const { relay } = cloud.gateway.options
  expect(relay?.url).toBe(evidence.url)
  expect((await faults.offerRelay()).evidence.url).toBe(evidence.url)

  const address: [string, number] = ['127.0.0.1', Number(/:(\d+)\?/.exec(relay?.url ?? '')?.[1])]
  const { username = '', credential: password = '' } = relay ?? {}
  const client = await createTurnClient({ address, username, password }, { transport: 'udp' })
  expect(evidence.granted).toBe(1)
  await client.close()

  await faults.restore()
  expect(cloud.gateway.options.relay).toBeUndefined()
  await faults.restore()
})

test('a setting counts once a client has fetched it', async () => {
  const cloud = new Cloud()
  const { evidence } = await new MediaFaults(cloud).notOffered()
  expect(evidence.met).toBe(0)
  cloud.journal.record({ direction: 'in', layer: 'accesshub', name: 'GetAppConfigRequest', message: {} })
  expect(evidence.met).toBe(1)
})

/** A cloud in which three streams are published, whose peers connect when they are told to. */
async function withStreams() {
  const { made, create } = fakePeers()
  const kinds = { video: { name: 'H264', parameters: '' }, audio: true } as const
  const virtual = () => Object.assign(new LiveMedia(kinds, () => {}), { send() {}, cover() {} })
  const cloud = new Cloud({ createPeer: create, loadMedia: async () => virtual() })
  const host = new ScriptedClient(cloud.gateway)
  const publishAll = async () => {
    for (const streamId of ['s1', 's2', 's3'])
      await host.ask('CreateSessionWithSdpReq', { ...publish, streamId })
    for (const peer of made) peer.connect()
  }
  await publishAll()
  const published = () => cloud.gateway.find().map(({ stream }) => stream.id)
  return { cloud, faults: new MediaFaults(cloud), host, publishAll, published }
}

test('a stream that is forbidden leaves the others alone, and all that were are allowed again', async () => {
  const { faults, publishAll, published } = await withStreams()
  const one = await faults.forbid({ stream: 's1' })
  expect(one.evidence).toMatchObject({ streams: ['s1'], pushed: ['CloseSessionPush'] })
  await expect.poll(published).toEqual(['s2', 's3'])
  const rest = await faults.forbid()
  await expect.poll(published).toEqual([])
  await one.undo()
  await publishAll()
  await expect.poll(published).toEqual(['s1'])
  await rest.undo()
  await publishAll()
  await expect.poll(published).toEqual(['s1', 's2', 's3'])
})

test('only the sessions that are meant are closed, and told of a codec', async () => {
  const { faults, host, published } = await withStreams()
  await faults.codecError({ stream: 's2', mediaType: 2, errorType: 3 })
  const commands = host.pushes('CmdPush').map(({ message }) => decode('gateway', command, message.body))
  expect(commands).toMatchObject([{ codecErrorNotify: { mediaType: 2, errorType: 3 } }])
  const { evidence } = await faults.close({}, { stream: 's2' })
  expect(evidence).toMatchObject({ sessions: [{ stream: 's2' }], pushed: ['CloseSessionPush'] })
  await expect.poll(published).toEqual(['s1', 's3'])
})

test('an answer of the gateway is its own again once the faults end', async () => {
  const { cloud, faults, host } = await withStreams()
  const own = gateway('WebRTCDispatchReq', () => undefined)
  cloud.use(own)
  await faults.answer('LoginReq', reply.code(2_015))
  expect((await host.ask('LoginReq', { userId: 'host' })).message.result).toBe(2_015)
  await faults.restore()
  expect((await host.ask('LoginReq', { userId: 'host' })).message.result).toBe(0)
  expect(cloud.handlers, 'what a test gave stays').toEqual([own])
})

test('a stream that is published elsewhere is the one that is meant', async () => {
  const { cloud, faults, published } = await withStreams()
  const { evidence } = await faults.duplicate({ stream: 's2' })
  expect(evidence).toMatchObject({ sessions: [{ stream: 's2' }], pushed: ['CloseSessionPush'] })
  await expect.poll(published).toEqual(['s1', 's3'])
  expect(cloud.gateway.stream('s2').publisher?.userId).toMatch(/^somebody-else/)
})

test('who publishes under the IDs of others is gone when that is over', async () => {
  const { cloud, faults } = await withStreams()
  const { undo } = await faults.duplicate()
  const publishers = () => ['s1', 's2', 's3'].map((id) => cloud.gateway.stream(id).publisher?.userId)
  expect(publishers()).toEqual(Array.from({ length: 3 }, () => expect.stringMatching(/^somebody-else/)))
  await undo()
  expect([...publishers(), cloud.room('another-room').members.size]).toEqual([
    undefined,
    undefined,
    undefined,
    0,
  ])
})

test('whoever could not publish under the ID of somebody else is not left in a room', async () => {
  const { cloud, faults } = await withStreams()
  cloud.room('another-room').join('bob').announce('s2')
  await expect(faults.duplicate()).rejects.toThrow('bob is live with s2')
  expect([...cloud.room('another-room').members.keys()]).toEqual(['bob'])
})

test('media is offered again once every fault that took it away is over, and only where it was before', async () => {
  const cloud = new Cloud()
  const faults = new MediaFaults(cloud)
  const [one, two] = [await faults.notOffered(), await faults.notOffered()]
  await one.undo()
  expect(cloud.configuration.media).toBe(false)
  await two.undo()
  expect(cloud.configuration.media).toBe(true)
  cloud.configuration.media = false
  await (await faults.notOffered()).undo()
  expect(cloud.configuration.media).toBe(false)
})
