import { create } from '@bufbuild/protobuf'
import { expect, test } from 'vitest'
import { decodeFrames } from '../accesshub/frame.ts'
import { Cloud } from '../cloud.ts'
import { reply } from '../exchange/reply.ts'
import type { WireRequest } from '../exchange/table.ts'
import { mixer } from '../handlers.ts'
import { decode, encode, type MessageInitShape, type MessageShape, type Schema } from '../proto/codec.ts'
import { HTTPResponseSchema } from '../proto/gen/accesshub_pb.ts'
import type { MixStreamStartRequestSchema, MixStreamStartResponseSchema } from '../proto/gen/mixer_pb.ts'
import { ScriptedClient } from '../testing/scripted-client.ts'
import { requests } from './messages.ts'
import { refused } from './refused.ts'

type Task = MessageInitShape<typeof MixStreamStartRequestSchema>

const png = (bytes: number) => {
  const content = new Uint8Array(bytes)
  content.set([0x89, 0x50, 0x4e, 0x47])
  return content
}

function cloudWithStreams(...ids: string[]): Cloud {
  const cloud = new Cloud()
  const guest = cloud.room('r1').join('guest')
  for (const id of ids) guest.announce(id)
  return cloud
}

/** Calls the service as a client does; nothing comes back when the cloud did not answer at once. */
function call(cloud: Cloud, name: keyof typeof requests, init: object, idName = 'alice') {
  const { number: interfaceId, schema, answer }: WireRequest = requests[name]
  const client = new ScriptedClient(cloud)
  const asked = encode(schema, create(schema, init as MessageInitShape<Schema>))
  client.raw(client.frame('HTTPRequest2', { interfaceId, idName, body: asked }))
  const [frame] = client.received.flatMap((bytes) => [...decodeFrames(bytes)])
  if (!frame) return undefined
  const { body } = decode('accesshub', HTTPResponseSchema, frame.body)
  return decode('mixer', answer.schema, body) as MessageShape<typeof MixStreamStartResponseSchema>
}

const input = (streamId: string, more: object = {}) => ({
  streamInputCommon: { streamId, layerRect: { left: 0, top: 0, right: 320, bottom: 240 }, ...more },
})
const output = (target: string) => ({
  outputStreamCommon: { target, isUrl: 0, videoWidth: 640, videoHeight: 480 },
})
const taskOf = (more: Task = {}): Task => ({
  requestSeq: 7,
  taskId: 'mix',
  roomId: 'r1',
  inputStream: [input('s1')],
  outputStream: [output('mixed')],
  ...more,
})
const codeOf = (cloud: Cloud, task: Task) => call(cloud, 'MixStreamStartRequest', task)?.commonResponse?.code

test('the journal says who asked, and of which room', () => {
  const cloud = cloudWithStreams('s1')
  call(cloud, 'MixStreamStartRequest', taskOf())
  const about = cloud.journal.entries.filter(({ layer }) => layer === 'mixer')
  expect(about.map(({ direction, user, room }) => [direction, user, room])).toEqual([
    ['in', 'alice', 'r1'],
    ['out', 'alice', 'r1'],
  ])
})

test('a task starts, names where it can be played, and its output is a stream that others may mix', () => {
  const cloud = cloudWithStreams('s1')
  expect(call(cloud, 'MixStreamStartRequest', taskOf())).toMatchObject({
    requestSeq: 7,
    commonResponse: { code: 0 },
    data: { playInfos: [{ streamAlias: 'mixed' }] },
  })
  expect(cloud.mixer.tasks.get('mix')).toMatchObject({
    startedBy: 'alice',
    inputs: ['s1'],
    outputs: ['mixed'],
  })
  expect(codeOf(cloud, taskOf({ taskId: 'mix-2', inputStream: [input('mixed')] }))).toBe(0)
  expect(cloud.defects).toEqual([])
})

test('in the test environment streams are those that the app named', () => {
  const cloud = cloudWithStreams('s1')
  const named = (id: string) => `zegotest-1234567890-${id}`
  const task = taskOf({ inputStream: [input(named('s1'))], outputStream: [output(named('mixed'))] })
  expect(codeOf(cloud, task)).toBe(0)
  expect(cloud.mixer.tasks.get('mix')).toMatchObject({ inputs: ['s1'], outputs: ['mixed'] })
  const missing = call(cloud, 'MixStreamStartRequest', taskOf({ inputStream: [input(named('s2'))] }))
  expect(missing?.commonResponse?.code).toBe(refused.inputNotFound)
  expect(missing?.errorStreamidList).toEqual([named('s2')])
})

test('a heartbeat goes on while its task runs', () => {
  const cloud = cloudWithStreams('s1')
  call(cloud, 'MixStreamStartRequest', taskOf())
  expect(call(cloud, 'MixStreamTaskHbRequest', { taskId: 'mix' })).toMatchObject({ status: 0 })
  expect(call(cloud, 'MixStreamTaskHbRequest', { taskId: 'other' })).toMatchObject({ status: 1 })
})

test('only who started a task can stop it, and only once', () => {
  const cloud = cloudWithStreams('s1')
  call(cloud, 'MixStreamStartRequest', taskOf())
  expect(call(cloud, 'MixStreamStopRequest', { taskId: 'mix' }, 'bob')).toMatchObject({
    commonResponse: { code: refused.notTheStarter },
  })
  expect(codeOf(cloud, taskOf({ taskId: 'mix-2' }))).toBe(0)
  expect(call(cloud, 'MixStreamStopRequest', { taskId: 'mix' })).toMatchObject({
    commonResponse: { code: 0 },
  })
  expect(call(cloud, 'MixStreamStopRequest', { taskId: 'mix' })).toMatchObject({
    commonResponse: { code: refused.noSuchTask },
  })
  expect([...cloud.mixer.tasks.keys()]).toEqual(['mix-2'])
})

test('an automatic mix starts without inputs and stops', () => {
  const cloud = new Cloud()
  const to = (target: string) => ({ streamOutCommon: { target } })
  const task = { taskId: 'auto', roomId: 'r1', outputStream: [to('mixed')] }
  const tooMany = { ...task, outputStream: [...'abcd'].map(to) }
  expect(call(cloud, 'AutoRoomMixStreamStartRequest', tooMany)).toMatchObject({
    commonResponse: { code: refused.tooManyOutputs },
  })
  expect(call(cloud, 'AutoRoomMixStreamStartRequest', task)).toMatchObject({ commonResponse: { code: 0 } })
  expect(call(cloud, 'AutoRoomMixStreamStopRequest', { taskId: 'auto', roomId: 'r1' })).toMatchObject({
    commonResponse: { code: 0 },
  })
  expect(cloud.mixer.tasks.size).toBe(0)
})

const streams = Array.from({ length: 10 }, (_, at) => `s${at}`)
const within = { left: 0, top: 0, right: 640, bottom: 480 }
const shown = (url: string): Task => ({ inputStream: [{ ...input('s1'), image: { url } }] })

test.each<[string, number, accepted: Task, refused: Task]>([
  [
    'a tenth input',
    refused.tooManyInputs,
    { inputStream: streams.slice(1).map((id) => input(id)) },
    { inputStream: streams.map((id) => input(id)) },
  ],
  [
    'a fourth output',
    refused.tooManyOutputs,
    { outputStream: ['a', 'b', 'c'].map(output) },
    { outputStream: ['a', 'b', 'c', 'd'].map(output) },
  ],
  [
    'a stream that is there twice',
    refused.duplicateInput,
    { inputStream: [input('s1'), input('s2')] },
    { inputStream: [input('s1'), input('s1')] },
  ],
  [
    'a rectangle a pixel too wide',
    refused.layout,
    { inputStream: [input('s1', { layerRect: within })] },
    { inputStream: [input('s1', { layerRect: { ...within, right: 641 } })] },
  ],
  [
    'a rectangle of no width',
    refused.layout,
    { inputStream: [input('s1', { layerRect: { ...within, left: 639, right: 640 } })] },
    { inputStream: [input('s1', { layerRect: { ...within, left: 640, right: 640 } })] },
  ],
  [
    'a rectangle of no height',
    refused.layout,
    { inputStream: [input('s1', { layerRect: { ...within, top: 0, bottom: 1 } })] },
    { inputStream: [input('s1', { layerRect: { ...within, top: 1, bottom: 1 } })] },
  ],
  [
    'a label a byte too long',
    refused.labelTooLong,
    { inputStream: [{ ...input('s1'), label: { text: `${'好'.repeat(170)}ab` } }] },
    { inputStream: [{ ...input('s1'), label: { text: '好'.repeat(171) } }] },
  ],
  [
    'a codec that is not there',
    refused.videoCodec,
    { advanceConfig: [{ key: 'video_encode', value: 'VP8' }] },
    { advanceConfig: [{ key: 'video_encode', value: 'av1' }] },
  ],
  [
    'a watermark beyond the canvas',
    refused.watermarkLayout,
    { waterMark: { image: 'preset-id://a.png', layoutRect: within } },
    { waterMark: { image: 'preset-id://a.png', layoutRect: { ...within, bottom: 481 } } },
  ],
  [
    'a picture a byte too large',
    refused.imageNotLoaded,
    shown('http://pictures.example/largest'),
    shown('http://pictures.example/larger'),
  ],
  [
    'a picture that is not there',
    refused.imageNotLoaded,
    shown('preset-id://logo.png'),
    shown('preset-id://none.png'),
  ],
  [
    'a picture of another format',
    refused.imageFormat,
    shown('preset-id://logo.png'),
    shown('http://pictures.example/gif'),
  ],
  [
    'a picture over https',
    refused.imageFormat,
    shown('preset-id://logo.png'),
    shown('https://pictures.example/logo.png'),
  ],
])('%s is refused with %i', (_, code, accepted, tooMuch) => {
  const cloud = cloudWithStreams(...streams)
  cloud.mixer.pictures
    .set('preset-id://logo.png', png(20))
    .set('http://pictures.example/largest', png(1_048_576))
    .set('http://pictures.example/larger', png(1_048_577))
    .set('http://pictures.example/gif', new TextEncoder().encode('GIF89a'))
  expect(codeOf(cloud, taskOf(accepted))).toBe(0)
  expect(codeOf(cloud, taskOf(tooMuch))).toBe(code)
})

test('streams that nobody publishes are named', () => {
  const cloud = cloudWithStreams('s1')
  expect(
    call(cloud, 'MixStreamStartRequest', taskOf({ inputStream: [input('s1'), input('gone')] })),
  ).toMatchObject({
    commonResponse: { code: refused.inputNotFound },
    errorStreamidList: ['gone'],
  })
})

test('a handler answers in place of the service, behind the one of the frame that carries it', async () => {
  const cloud = cloudWithStreams('s1')
  cloud.use(mixer('MixStreamStartRequest', () => reply.code(157, 'not open')))
  call(cloud, 'MixStreamStartRequest', taskOf())
  const { message } = await cloud.journal.waitFor('answer', ({ name }) => name === 'MixStreamStartResponse')
  expect(message).toMatchObject({ commonResponse: { code: 157, message: 'not open' } })
  expect(cloud.mixer.tasks.size).toBe(0)
})

test('a call to an interface that nobody serves is a defect that says which there are', () => {
  const cloud = new Cloud()
  const client = new ScriptedClient(cloud)
  client.raw(client.frame('HTTPRequest2', { interfaceId: 99 }))
  expect(cloud.defects[0]?.message).toMatch(/unknown interface 99 \(known: interface 14, .*interface 10,/)
})

test('an output at an address is played from there, and a stream from the CDN', () => {
  const cloud = cloudWithStreams('s1')
  const target = 'rtmp://push.example/live/mixed'
  const toAddress = { outputStreamCommon: { target, isUrl: 1, videoWidth: 640, videoHeight: 480 } }
  const task = taskOf({ outputStream: [toAddress, output('mixed')] })
  expect(call(cloud, 'MixStreamStartRequest', task)?.data?.playInfos).toMatchObject([
    { streamAlias: '', rtmpUrl: target, hlsUrl: '', hdlUrl: '' },
    { streamAlias: 'mixed', hdlUrl: 'https://play.example/live/mixed.flv' },
  ])
})

test('a picture may be a JPG', () => {
  const cloud = cloudWithStreams('s1')
  cloud.mixer.pictures.set('preset-id://logo.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))
  expect(codeOf(cloud, taskOf(shown('preset-id://logo.jpg')))).toBe(0)
})

test('an automatic mix is stopped by nobody whose app may not mix so any more', () => {
  const cloud = new Cloud()
  call(cloud, 'AutoRoomMixStreamStartRequest', { taskId: 'auto', roomId: 'r1' })
  cloud.configuration.autoMixing = false
  expect(call(cloud, 'AutoRoomMixStreamStopRequest', { taskId: 'auto', roomId: 'r1' })).toMatchObject({
    commonResponse: { code: refused.autoNotEnabled },
  })
  expect([...cloud.mixer.tasks.keys()]).toEqual(['auto'])
})
