import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readRecording } from '../node/recording-file.ts'
import type { MediaPacket } from './media.ts'
import { decodeRecording, encodeRecording, type Recording } from './recording.ts'
import { Replay } from './replay.ts'

const video = (at: number, payload: number, marker = true) =>
  ({ kind: 'video', at, timestamp: at * 90, marker, payload: Uint8Array.of(payload) }) as const
const audio = (at: number) =>
  ({ kind: 'audio', at, timestamp: at * 48, marker: false, payload: Uint8Array.of(200) }) as const
const recording: Recording = {
  video: { name: 'VP8', parameters: '' },
  duration: 100,
  packets: [video(0, 1, false), video(0, 2), audio(20), video(50, 3)],
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

test('a recording reads back as it was', () => {
  const h264 = { ...recording, video: { name: 'H264', parameters: 'packetization-mode=1' } as const }
  expect(decodeRecording(encodeRecording(recording))).toEqual(recording)
  expect(decodeRecording(encodeRecording(h264))).toEqual(h264)
})

test('a damaged recording is refused', () => {
  const bytes = encodeRecording(recording)
  expect(() => decodeRecording(bytes.subarray(0, -1))).toThrow('ends within its packet 3')
  expect(() => decodeRecording(bytes.subarray(1))).toThrow('Not a recording of version 1')
})

test('every player starts at the key frame, whenever it comes', () => {
  const replay = new Replay(recording)
  const first = watch(replay)
  vi.advanceTimersByTime(60)
  const second = watch(replay)
  expect(second.map(({ payload }) => payload[0])).toEqual([1, 2])
  expect(first.map(({ payload }) => payload[0])).toEqual([1, 2, 200, 3])
  replay.close()
})

test('a cover on the camera shows black pictures from their key frame on, at once, under the same sound', () => {
  const replay = new Replay(recording, { black: { ...recording, packets: [video(0, 10), video(50, 11)] } })
  const seen = watch(replay)
  vi.advanceTimersByTime(30)
  replay.cover(true)
  replay.cover(true)
  vi.advanceTimersByTime(60)
  replay.cover(false)
  expect(seen.map(({ payload }) => payload[0])).toEqual([1, 2, 200, 10, 200, 11, 1, 2])
  expect(seen.filter(({ kind }) => kind === 'video').map(({ sequence }) => sequence)).toEqual([
    0, 1, 2, 3, 4, 5,
  ])
  replay.close()
})

test('a recording without black pictures has none to show', () => {
  const replay = new Replay(recording)
  expect(() => replay.cover(true)).toThrow('no black pictures')
  expect(() => new Replay(recording, { camera: false }).cover(true)).not.toThrow()
  replay.close()
})

test('rounds follow each other without a seam', () => {
  const replay = new Replay(recording)
  const seen = watch(replay).filter(({ kind }) => kind === 'video')
  const all = watch(replay)
  vi.advanceTimersByTime(220)
  const frames = all.filter(({ kind }) => kind === 'video')
  expect(frames.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  expect(frames.map(({ timestamp }) => timestamp / 90)).toEqual([0, 0, 50, 100, 100, 150, 200, 200])
  expect(all.filter(({ kind }) => kind === 'audio').map(({ timestamp }) => timestamp / 48)).toEqual([
    20, 120, 220,
  ])
  expect(seen).toHaveLength(2)
  replay.close()
})

test('a key frame is sent when one is asked for, but not again while it is on its way', () => {
  const replay = new Replay({ ...recording, duration: 2_000 })
  const seen: MediaPacket[] = []
  const subscription = replay.subscribe((packet) => seen.push(packet))
  vi.advanceTimersByTime(600)
  subscription.requestKeyFrame()
  subscription.requestKeyFrame()
  expect(seen.map(({ payload }) => payload[0])).toEqual([1, 2, 200, 3, 1, 2])
  expect(seen.at(-1)).toMatchObject({ sequence: 4, timestamp: 600 * 90 })
  replay.close()
})

test('what is held is not sent, and pictures go on from a key frame', () => {
  const replay = new Replay({ ...recording, duration: 2_000 })
  const seen = watch(replay)
  replay.send('video', false)
  vi.advanceTimersByTime(600)
  expect(seen.map(({ payload }) => payload[0])).toEqual([1, 2, 200])
  replay.send('video', true)
  expect(seen.map(({ payload }) => payload[0])).toEqual([1, 2, 200, 1, 2])
  expect(seen.at(-1)).toMatchObject({ sequence: 3 })
  replay.close()
})

test('without a camera there are no pictures', () => {
  const replay = new Replay(recording, { camera: false })
  const seen = watch(replay)
  vi.advanceTimersByTime(220)
  expect(replay).toMatchObject({ video: undefined, audio: true })
  expect(new Set(seen.map(({ kind }) => kind))).toEqual(new Set(['audio']))
  replay.close()
})

test('no timer is left when the last player left', () => {
  const replay = new Replay(recording)
  const subscriptions = [replay.subscribe(() => {}), replay.subscribe(() => {})]
  expect(vi.getTimerCount()).toBe(1)
  for (const { cancel } of subscriptions) cancel()
  expect(vi.getTimerCount()).toBe(0)
})

for (const codec of ['VP8', 'H264'] as const) {
  test(`the ${codec} recording of the repository holds some seconds of both kinds`, async () => {
    const { video, duration, packets } = await readRecording(codec)
    expect([video.name, duration]).toEqual([codec, 4_000])
    expect(packets[0]).toMatchObject({ kind: 'video', at: 0, timestamp: 0 })
    expect(packets.filter(({ kind, marker }) => kind === 'video' && marker).length).toBeGreaterThan(50)
    expect(packets.filter(({ kind }) => kind === 'audio').length).toBeGreaterThan(190)
    expect(packets.every(({ at, payload }) => at < duration && payload.length < 1_200)).toBe(true)
  })
}

function watch(replay: Replay): MediaPacket[] {
  const seen: MediaPacket[] = []
  replay.subscribe((packet) => seen.push(packet))
  return seen
}
