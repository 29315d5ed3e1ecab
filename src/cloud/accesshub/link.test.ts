import { expect, test } from 'vitest'
import { Cloud } from '../cloud.ts'
import { decode, encode } from '../proto/codec.ts'
import { ScriptedClient } from '../testing/scripted-client.ts'
import { decodeFrames, encodeFrame } from './frame.ts'
import { notices, pushes, requests } from './messages.ts'

const setUp = (cloud = new Cloud()) => ({ cloud, client: new ScriptedClient(cloud) })
const framesOf = ({ received }: ScriptedClient) => received.flatMap((bytes) => [...decodeFrames(bytes)])
/** Frames of one type that the client got, decoded. */
const heard = (client: ScriptedClient, { number, schema }: (typeof pushes)[keyof typeof pushes]) =>
  framesOf(client)
    .filter(({ type }) => type === number)
    .map(({ body, stream }) => ({ stream, message: decode('accesshub', schema, body) }))

test('a request of the link is answered on its stream, with what the cloud is configured to say', () => {
  const { client } = setUp(new Cloud({ configuration: { heartbeatInterval: 3 } }))
  client.raw(client.frame('GetConfigRequest', { appid: 1 }))
  const { number, schema } = requests.GetConfigRequest.answer
  const [frame] = framesOf(client)
  expect(frame).toMatchObject({ type: number, stream: 3 })
  expect(decode('accesshub', schema, frame?.body ?? new Uint8Array())).toMatchObject({
    code: 0,
    data: { logicHbInterval: 3 },
  })
})

test('a heartbeat brings back the time that the client said', () => {
  const { client } = setUp()
  client.raw(client.frame('HBRequest', { ts: 77n }))
  const { schema } = requests.HBRequest.answer
  expect(decode('accesshub', schema, framesOf(client)[0]?.body ?? new Uint8Array())).toMatchObject({
    txid: 1n,
    ts: 77n,
  })
})

test('a frame that comes twice is a defect, and is not answered twice', () => {
  const { cloud, client } = setUp()
  const frame = client.frame('HBRequest', { ts: 1n })
  client.raw(frame)
  client.raw(frame)
  expect(framesOf(client)).toHaveLength(1)
  expect(cloud.defects.map(({ message }) => message.split(';')[0])).toEqual([
    'accesshub: duplicate HBRequest (txid 1)',
  ])
})

test('the first message of a tunnel opens it, and breaking it names its stream', () => {
  const { cloud, client } = setUp()
  client.request('LoginRoomReq', { roomId: 'r1', idName: 'alice' })
  client.request('HbReq')
  expect(heard(client, pushes.PCEstablished)).toMatchObject([{ stream: 13 }])
  const [link] = cloud.links
  expect(link?.user).toBe('alice')
  expect([link?.breakTunnels(18), link?.breakTunnels()]).toEqual([0, 1])
  expect(heard(client, pushes.PCBroken)).toMatchObject([{ stream: 13 }])
})

test('a message is acknowledged before it is answered, where the client wants that', () => {
  const { client } = setUp()
  const [frame] = decodeFrames(client.roomFrame('LoginRoomReq', { roomId: 'r1', idName: 'alice' }))
  if (!frame) throw new Error('no frame')
  const { schema } = notices.PCUpwardMessage
  const body = encode(schema, { ...decode('accesshub', schema, frame.body), ack: true })
  client.raw(encodeFrame({ ...frame, body }))
  expect(framesOf(client).map(({ type }) => type)).toEqual(
    [pushes.PCEstablished, pushes.PCUpwardMessageAck, pushes.PCDownwardMessage].map(({ number }) => number),
  )
})

test('a tunnel that its client closes is no way to that client any more', () => {
  const { cloud, client } = setUp()
  client.request('LoginRoomReq', { roomId: 'r1', idName: 'alice' })
  const alice = () => cloud.room('r1').member('alice').client
  expect(alice()?.tunnel).toBeDefined()
  client.raw(encodeFrame({ type: notices.StreamClosed.number, stream: 13, body: new Uint8Array() }))
  expect(alice()?.tunnel).toBeUndefined()
  expect(cloud.links[0]?.breakTunnels()).toBe(0)
})

test('a link that shall be left is told what to do instead', () => {
  const { cloud, client } = setUp()
  cloud.links[0]?.requestClose('nextNode', 5)
  expect(heard(client, pushes.CloseConnection)).toMatchObject([
    { stream: 0, message: { action: 3, reason: 5 } },
  ])
  expect(() => cloud.links[0]?.requestClose('hurry' as 'retry')).toThrow(/one of .*nextNode.*, not "hurry"/)
})

test('a link that is closed is no link of the cloud any more', () => {
  const { cloud, client } = setUp()
  expect(cloud.links).toHaveLength(1)
  client.close()
  expect(cloud.links).toEqual([])
})
