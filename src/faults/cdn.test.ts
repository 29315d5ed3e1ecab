import { getResponse } from 'msw'
import { expect, onTestFinished, test } from 'vitest'
import { Cloud } from '../cloud/cloud.ts'
import { readRecording } from '../cloud/gateway/node/recording-file.ts'
import { CdnFaults } from './cdn.ts'

function openCloud() {
  const cloud = new Cloud({ loadRecording: () => readRecording('H264') })
  onTestFinished(() => cloud.close())
  for (const stream of ['s1', 's2']) cloud.room('r1').streams.set(stream, {} as never)
  const play = (stream: string) =>
    getResponse(cloud.httpHandlers, new Request(cloud.cdn.addressOf(stream))) as Promise<Response>
  return { cloud, play, faults: new CdnFaults(cloud) }
}

test('a cut needs somebody who plays', async () => {
  await expect(openCloud().faults.cut()).rejects.toThrow('expected somebody who plays from the CDN')
})

test('the receipt of a cut has the bytes before, and none after, until it is undone', async () => {
  const { cloud, play, faults } = openCloud()
  await play('s1')
  await play('s2')
  const { evidence, undo } = await faults.cut('s1')
  await play('s1')
  expect(evidence).toMatchObject({ stream: 's1', met: 2, bytesAfter: 0 })
  expect(evidence.bytesBefore).toBeGreaterThan(0)
  expect(cloud.cdn.viewings.map(({ stream }) => stream)).toEqual(['s2'])
  await undo()
  expect((await play('s1')).status).toBe(200)
  await play('s1')
  expect(evidence.met, 'what is handed out well is not counted').toBe(2)
})

test('of two streams each is well again by itself', async () => {
  const { cloud, faults } = openCloud()
  const one = await faults.missing('s1')
  const two = await faults.slow('s2')
  await one.undo()
  expect(['s1', 's2'].map((stream) => cloud.cdn.deliveryOf(stream))).toEqual(['healthy', 'slow'])
  await two.undo()
  expect(cloud.cdn.deliveryOf('s2')).toBe('healthy')
})

test('what is over leaves what others made so, of that stream and of all', async () => {
  const { cloud, faults } = openCloud()
  const now = () => ['s1', 's2'].map((stream) => cloud.cdn.deliveryOf(stream))
  const slow = await faults.slow('s1')
  const damaged = await faults.damagedSound('s1')
  await slow.undo()
  expect(now()).toEqual(['damaged-sound', 'healthy'])
  const all = await faults.missing()
  await damaged.undo()
  expect(now()).toEqual(['missing', 'missing'])
  const codec = await faults.wrongCodec('s2')
  await codec.undo()
  expect(now()).toEqual(['missing', 'missing'])
  await faults.slow('s1')
  await all.undo()
  expect(now()).toEqual(['slow', 'healthy'])
  await faults.restore()
  expect(now()).toEqual(['healthy', 'healthy'])
})

test('one of a stream is there again once that of all is over', async () => {
  const { cloud, faults } = openCloud()
  await faults.slow('s1')
  const all = await faults.damagedPicture()
  expect(cloud.cdn.deliveryOf('s1')).toBe('damaged-picture')
  await all.undo()
  expect(['s1', 's2'].map((stream) => cloud.cdn.deliveryOf(stream))).toEqual(['slow', 'healthy'])
})

test('what is prepared is met once a player asks', async () => {
  const { play, faults } = openCloud()
  const { evidence } = await faults.damagedSound()
  expect(evidence).toMatchObject({ met: 0, bytesBefore: 0, bytesAfter: 0 })
  await play('s1')
  expect(evidence.met).toBe(1)
  expect(evidence.bytesAfter).toBeGreaterThan(0)
})

test.each([
  ['missing', 'missing'],
  ['slow', 'slow'],
  ['damagedSound', 'damaged-sound'],
  ['damagedPicture', 'damaged-picture'],
  ['wrongCodec', 'wrong-codec'],
] as const)('%s makes the CDN deliver %s, until the faults end', async (fault, delivery) => {
  const { cloud, faults } = openCloud()
  await faults[fault]('s1')
  expect([cloud.cdn.deliveryOf('s1'), cloud.cdn.deliveryOf('s2')]).toEqual([delivery, 'healthy'])
  await faults.restore()
  expect(cloud.cdn.deliveryOf('s1')).toBe('healthy')
})

test('once the faults have ended, undoing one of them brings none back', async () => {
  const { cloud, faults } = openCloud()
  await faults.slow('s1')
  const all = await faults.missing()
  await faults.restore()
  await all.undo()
  expect(['s1', 's2'].map((stream) => cloud.cdn.deliveryOf(stream))).toEqual(['healthy', 'healthy'])
})
