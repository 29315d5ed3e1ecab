import { expect, test } from 'vitest'
import { Cloud } from '../cloud.ts'
import { decode } from '../proto/codec.ts'
import { ScriptedClient } from '../testing/scripted-client.ts'
import { decodeFrames } from './frame.ts'
import { pushes, requests } from './messages.ts'

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
  expect(heard(client, pushes.PCEstablished)).toMatchObject([{ stream: 13 }])
  const [link] = cloud.links
  expect(link?.user).toBe('alice')
  expect([link?.breakTunnels(18), link?.breakTunnels()]).toEqual([0, 1])
  expect(heard(client, pushes.PCBroken)).toMatchObject([{ stream: 13 }])
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
