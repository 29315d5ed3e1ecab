import { create } from '@bufbuild/protobuf'
import { strFromU8, unzlibSync } from 'fflate'
import { expect, test } from 'vitest'
import { Cloud } from '../cloud.ts'
import { decode, encode } from '../proto/codec.ts'
import {
  GetCloudSettingConfigRequestSchema,
  GetCloudSettingConfigResponseSchema,
} from '../proto/gen/cloudsetting_pb.ts'
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

/** The answer to the one request that was made, decoded. */
const answerTo = (client: ScriptedClient, name: keyof typeof requests) =>
  decode('accesshub', requests[name].answer.schema, framesOf(client)[0]?.body ?? new Uint8Array())

test('a heartbeat brings back the time that the client said, and that of the service', () => {
  const { client } = setUp()
  const from = Date.now()
  client.raw(client.frame('HBRequest', { ts: 77n }))
  const answer = answerTo(client, 'HBRequest') as unknown as { ntpTime: bigint }
  expect(answer).toMatchObject({ txid: 1n, ts: 77n })
  expect(Number(answer.ntpTime)).toBeGreaterThanOrEqual(from)
})

test('a refusal by the link names the request that it is for', () => {
  const { client } = setUp(new Cloud({ configuration: { appIds: [1] } }))
  client.raw(client.frame('GetAppConfigRequest', { appid: 2 }))
  expect(answerTo(client, 'GetAppConfigRequest')).toMatchObject({ code: 20_012, data: { txid: 1n } })
})

test('a client is told the address that it is seen at', () => {
  const { client } = setUp(new Cloud({ configuration: { clientIp: '10.0.0.7' } }))
  client.raw(client.frame('GetConfigRequest', { appid: 1 }))
  expect(answerTo(client, 'GetConfigRequest')).toMatchObject({ data: { clientOuterIp: '10.0.0.7' } })
})

test.each([
  ['compressed', 0, (bytes: Uint8Array) => unzlibSync(bytes)],
  ['as they are', 1, (bytes: Uint8Array) => bytes],
])('settings come %s, as the client wants it', (_, responseCompress, open) => {
  const { client } = setUp()
  const schema = GetCloudSettingConfigRequestSchema
  const body = encode(schema, create(schema, { fileList: ['a', 'b'], responseCompress }))
  client.raw(client.frame('HTTPRequest2', { interfaceId: 14, body }))
  const carried = answerTo(client, 'HTTPRequest2') as unknown as { body: Uint8Array }
  const { fileResponse } = decode('accesshub', GetCloudSettingConfigResponseSchema, carried.body)
  const settings = fileResponse.map(({ fileName, jsonData }) => [fileName, strFromU8(open(jsonData))])
  expect(settings).toEqual([
    ['a', '{}'],
    ['b', '{}'],
  ])
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
  const before = client.received.length
  cloud.room('r1').join('bob').say('hello')
  expect(client.received).toHaveLength(before)
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
  client.request('LoginRoomReq', { roomId: 'r1', idName: 'alice' })
  client.close()
  expect(cloud.links).toEqual([])
  const before = client.received.length
  cloud.room('r1').join('bob').say('hello')
  expect(client.received).toHaveLength(before)
  expect(cloud.journal.named('PushIm')).toMatchObject([{ user: 'alice', lost: true }])
})

test('a link is whose tunnel has logged in, whichever was opened first', () => {
  const { cloud, client } = setUp()
  const { number: type, schema } = notices.PCUpwardMessage
  const opening = create(schema, { txid: 900n, serviceNo: 18 })
  client.raw(encodeFrame({ type, stream: 11, body: encode(schema, opening) }))
  client.request('LoginRoomReq', { roomId: 'r1', idName: 'alice' })
  expect(cloud.links[0]?.user).toBe('alice')
})
