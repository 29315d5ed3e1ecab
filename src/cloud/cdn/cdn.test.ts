import { getResponse } from 'msw'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Cloud } from '../cloud.ts'
import { readRecording } from '../gateway/node/recording-file.ts'

const stream = 's1'

async function openCloud() {
  const cloud = new Cloud({
    loadRecording: () => readRecording('H264'),
    loadMedia: () => Promise.reject(new Error('not here')),
  })
  onTestFinished(() => cloud.close())
  cloud.room('r1').streams.set(stream, {} as never)
  return cloud
}

const play = async (cloud: Cloud, name = stream) =>
  (await getResponse(cloud.httpHandlers, new Request(cloud.cdn.addressOf(name)))) as Response

/** What has come so far, at least so many bytes. */
async function read(answer: Response, bytes: number): Promise<Uint8Array> {
  const reader = answer.body?.getReader()
  const chunks: number[] = []
  while (reader && chunks.length < bytes) chunks.push(...((await reader.read()).value ?? []))
  reader?.releaseLock()
  return Uint8Array.from(chunks)
}

/** The tags of an FLV: type, time and the first bytes of what is in it. */
function tagsIn(flv: Uint8Array) {
  const view = new DataView(flv.buffer)
  const tags: { type: number; ms: number; body: Uint8Array }[] = []
  for (let at = 13; at + 11 < flv.length; ) {
    const length = view.getUint32(at) & 0xffffff
    if (at + 15 + length > flv.length) break
    const ms = (view.getUint32(at + 4) >>> 8) | (view.getUint8(at + 7) << 24)
    expect(view.getUint32(at + 11 + length)).toBe(length + 11)
    tags.push({ type: view.getUint8(at), ms, body: flv.subarray(at + 11, at + 11 + length) })
    at += 15 + length
  }
  return tags
}

test('a stream that somebody publishes is handed out as FLV', async () => {
  const cloud = await openCloud()
  const answer = await play(cloud)
  expect(answer.headers.get('content-type')).toBe('video/x-flv')
  const flv = await read(answer, 5_000)
  expect(String.fromCharCode(...flv.subarray(0, 3))).toBe('FLV')
  const [picture, sound, first] = tagsIn(flv)
  expect(picture).toMatchObject({ type: 9, ms: 0 })
  expect([...(picture?.body.subarray(0, 6) ?? [])]).toEqual([0x17, 0, 0, 0, 0, 1])
  expect([...(sound?.body ?? [])]).toEqual([0xaf, 0, 0x11, 0x88])
  expect(first?.body[0], 'begins with a key picture').toBe(0x17)
  expect(cloud.cdn.requests).toMatchObject([{ stream, delivery: 'healthy' }])
  expect(cloud.cdn.viewings[0]?.bytes).toBeGreaterThanOrEqual(flv.length)
})

test('a stream has no end: after a round comes another, later', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const cloud = await openCloud()
  const answer = await play(cloud)
  const { duration } = await readRecording('H264')
  vi.advanceTimersByTime(2 * duration + 1_000)
  const tags = tagsIn(await read(answer, cloud.cdn.viewings[0]?.bytes ?? 0))
  const sounds = tags.filter(({ type }) => type === 8).map(({ ms }) => ms)
  expect(sounds).toEqual(sounds.toSorted((a, b) => a - b))
  expect(sounds.at(-1)).toBeGreaterThan(2 * duration)
  const keys = tags.filter(({ type, body }) => type === 9 && body[0] === 0x17 && body[1] === 1)
  expect(keys.length).toBeGreaterThanOrEqual(3)
})

test('a stream that nobody publishes is not there', async () => {
  const cloud = await openCloud()
  expect((await play(cloud, 'another')).status).toBe(404)
  expect(cloud.cdn.requests).toEqual([{ stream: 'another', delivery: 'missing', at: expect.any(Number) }])
})

test('who is being served what the CDN does not have any more is broken off, and who asks finds nothing', async () => {
  const cloud = await openCloud()
  await play(cloud)
  await cloud.cdn.deliver('missing', stream)
  expect(cloud.cdn.viewings).toEqual([])
  expect((await play(cloud)).status).toBe(404)
})

test('who is being served is broken off by a cut, and who asks gets no answer until it is over', async () => {
  const cloud = await openCloud()
  const answer = await play(cloud)
  await cloud.cdn.deliver('cut', stream)
  await expect(read(answer, 1e9)).rejects.toThrow('The CDN broke the stream off.')
  expect((await play(cloud)).type).toBe('error')
  await cloud.cdn.deliver('healthy', stream)
  expect((await play(cloud)).status).toBe(200)
  expect(cloud.cdn.viewings).toHaveLength(1)
})

test('damage reaches who is being served: sound, pictures, codec', async () => {
  const cloud = await openCloud()
  const answer = await play(cloud)
  await cloud.cdn.deliver('damaged-sound')
  await cloud.cdn.deliver('wrong-codec')
  await cloud.cdn.deliver('damaged-picture')
  const tags = tagsIn(await read(answer, cloud.cdn.viewings[0]?.bytes ?? 0))
  const heads = tags.filter(({ body }) => body[1] === 0).map(({ body }) => [...body.subarray(0, 4)])
  expect(heads).toEqual([
    [0x17, 0, 0, 0],
    [0xaf, 0, 0x11, 0x88],
    [0x17, 0, 0, 0],
    [0xaf, 0, 0xff, 0xff],
    [0x1c, 0, 0, 0],
    [0xaf, 0, 0x11, 0x88],
    [0x17, 0, 0, 0],
    [0xaf, 0, 0x11, 0x88],
  ])
})

test('a slow stream brings a tenth', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const cloud = await openCloud()
  await play(cloud)
  await cloud.cdn.deliver('slow', 's2')
  cloud.room('r1').streams.set('s2', {} as never)
  await play(cloud, 's2')
  const [healthy, slow] = cloud.cdn.viewings
  const [before, slowBefore] = [healthy?.bytes ?? 0, slow?.bytes ?? 0]
  vi.advanceTimersByTime(10_000)
  const ratio = ((slow?.bytes ?? 0) - slowBefore) / ((healthy?.bytes ?? 0) - before)
  expect(ratio).toBeGreaterThan(0.03)
  expect(ratio).toBeLessThan(0.3)

  await cloud.cdn.deliver('healthy', 's2')
  const [again, slowAgain] = [healthy?.bytes ?? 0, slow?.bytes ?? 0]
  vi.advanceTimersByTime(10_000)
  const asBefore = ((slow?.bytes ?? 0) - slowAgain) / ((healthy?.bytes ?? 0) - again)
  expect(asBefore).toBeGreaterThan(0.7)

  await cloud.cdn.deliver('slow')
  const both = () => cloud.cdn.viewings.reduce((sum, { bytes }) => sum + bytes, 0)
  const from = both()
  vi.advanceTimersByTime(10_000)
  expect(both() - from).toBeLessThan(0.3 * 2 * ((healthy?.bytes ?? 0) - again))
})

test('what changes meanwhile goes on in time', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const cloud = await openCloud()
  const answer = await play(cloud)
  vi.advanceTimersByTime(1_500)
  await cloud.cdn.deliver('damaged-sound')
  vi.advanceTimersByTime(1_500)
  const tags = tagsIn(await read(answer, cloud.cdn.viewings[0]?.bytes ?? 0))
  const pictures = tags.filter(({ type }) => type === 9).map(({ ms }) => ms)
  expect(pictures).toEqual(pictures.toSorted((a, b) => a - b))
  expect(pictures.at(-1)).toBeGreaterThan(2_500)
})

test('a player that goes away, and a cloud that closes, leave nothing behind', async () => {
  const cloud = await openCloud()
  const [gone, left] = [await play(cloud), await play(cloud)]
  await gone.body?.cancel()
  expect(cloud.cdn.viewings).toHaveLength(1)
  await cloud.close()
  expect(cloud.cdn.viewings).toEqual([])
  const reader = left.body?.getReader()
  while (!(await reader?.read())?.done);
})

test('a cloud without a recording says so', async () => {
  const cloud = new Cloud()
  cloud.room('r1').streams.set(stream, {} as never)
  await expect(play(cloud)).rejects.toThrow("This cloud's CDN has nothing to hand out.")
})

test('how a stream is handed out is decided once there is something to hand out', async () => {
  const recording = await readRecording('H264')
  let load: (value: typeof recording) => void = () => {}
  const loadRecording = vi.fn(
    () =>
      new Promise<typeof recording>((resolve) => {
        load = resolve
      }),
  )
  const cloud = new Cloud({ loadRecording })
  onTestFinished(() => cloud.close())
  cloud.room('r1').streams.set(stream, {} as never)
  const asked = play(cloud)
  await expect.poll(() => loadRecording.mock.calls.length).toBe(1)
  await cloud.cdn.deliver('missing')
  load(recording)
  expect((await asked).status).toBe(404)
  expect(cloud.cdn.requests).toMatchObject([{ delivery: 'missing' }])
})
