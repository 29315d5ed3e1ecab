import { faker } from '@faker-js/faker'
import { expect, test } from 'vitest'
import { ProtocolDefect } from '../../exchange/defect.ts'
import { Desk } from '../../exchange/desk.ts'
import { Journal } from '../../exchange/journal.ts'
import { Gateway } from '../gateway.ts'
import { fakePeers } from '../testing/fake-peer.ts'
import { ScriptedClient } from '../testing/scripted-client.ts'
import { decodeFrame, encodeFrame } from './frame.ts'

const ROUNDS = 20_000
const frame = { cmd: 15, seq: 7, session: 3, body: Uint8Array.of(8, 0) }

test('a frame has the bytes the SDK sends', () => {
  const hex = Buffer.from(encodeFrame(frame, 'client')).toString('hex')
  expect(hex).toBe(
    'b500' + '0002' + '0000000f' + '0864' + '11' + '0006' + '00000002' + '080f10071803' + '0800',
  )
})

test('a frame of either side reads back as it was', () => {
  expect(decodeFrame(encodeFrame(frame, 'client'))).toEqual(frame)
  expect(decodeFrame(encodeFrame(frame), 'gateway')).toEqual(frame)
})

test('a zero seq or session is on the wire', () => {
  const bytes = encodeFrame({ ...frame, seq: 0, session: 0 })
  expect(Buffer.from(bytes).toString('hex')).toContain('080f10001800')
})

test('a frame of the wrong side is a defect', () => {
  expect(() => decodeFrame(encodeFrame(frame))).toThrow(/frame of the client has cmd 100, not 101/)
})

test('every prefix of a frame is a defect', () => {
  const bytes = encodeFrame(frame, 'client')
  for (let length = 0; length < bytes.length; length += 1) {
    expect(() => decodeFrame(bytes.subarray(0, length))).toThrow(ProtocolDefect)
  }
})

test('bytes after a frame are a defect', () => {
  const bytes = encodeFrame(frame, 'client')
  expect(() => decodeFrame(Uint8Array.of(...bytes, 0))).toThrow(ProtocolDefect)
})

test(`${ROUNDS} random payloads are defects and nothing else`, () => {
  faker.seed(20_260_111)
  for (let round = 0; round < ROUNDS; round += 1) {
    const bytes = Uint8Array.from({ length: faker.number.int({ max: 60 }) }, () =>
      faker.number.int({ max: 255 }),
    )
    if (faker.datatype.boolean()) bytes.set([0xb5, 0, 0, 2].slice(0, bytes.length))
    expect(() => decodeFrame(bytes)).toThrow(ProtocolDefect)
  }
}, 30_000)

test(`${ROUNDS} corrupted requests are answered or reported as defects, and the gateway goes on`, async () => {
  faker.seed(20_260_112)
  const reported: unknown[] = []
  const gateway = new Gateway(new Desk(new Journal(), (error) => reported.push(error)), {
    createPeer: fakePeers().create,
  })
  const client = new ScriptedClient(gateway)
  for (let round = 0; round < ROUNDS; round += 1) {
    const bytes = corrupted(someRequest(client))
    try {
      client.raw(bytes)
    } catch (error) {
      reported.push(error)
    }
  }
  const { message } = await client.ask('LoginReq', { userId: 'alice', token: 't', tokenType: 0 })
  expect(message.result).toBe(0)
  expect(reported.length).toBeGreaterThan(ROUNDS / 4)
  expect(reported.filter((error) => !(error instanceof ProtocolDefect))).toEqual([])
  await gateway.close()
}, 30_000)

function someRequest(client: ScriptedClient): Uint8Array {
  const session = faker.number.int({ max: 5 })
  return faker.helpers.arrayElement([
    () => client.frame('LoginReq', { userId: faker.string.alphanumeric(8), token: faker.string.sample(20) }),
    () =>
      client.frame('CreateSessionWithSdpReq', {
        type: faker.number.int({ max: 2 }),
        streamId: 's',
        sdp: 'VP8',
      }),
    () => client.frame('StreamStatusNotify', { micStatus: 0, cameraStatus: 3 }, session),
    () => client.frame('CmdReq', { peerId: 1, cmdId: 6, body: Uint8Array.of(0x32, 2, 0x18, 1) }, session),
    () => client.frame('CloseSessionReq', { reason: 0 }, session),
  ])()
}

function corrupted(bytes: Uint8Array): Uint8Array {
  for (let flips = faker.number.int({ min: 1, max: 4 }); flips > 0; flips -= 1) {
    const at = faker.number.int({ max: bytes.length - 1 })
    bytes[at] = (bytes[at] ?? 0) ^ faker.number.int({ min: 1, max: 255 })
  }
  return faker.datatype.boolean() ? bytes : bytes.subarray(0, faker.number.int({ max: bytes.length }))
}
