import { expect, test } from 'vitest'
import { readRecording } from '../node/recording-file.ts'
import { vp8Frames } from './vp8-frames.ts'

test('a recording comes apart into its pictures, a key frame first', async () => {
  const recording = await readRecording('VP8')
  const frames = vp8Frames(recording)
  expect(frames).toHaveLength(
    recording.packets.filter(({ kind, marker }) => kind === 'video' && marker).length,
  )
  // Every key frame holds the start code 9d 01 2a, then its size.
  expect(frames[0]?.isKey).toBe(true)
  expect([...(frames[0]?.data.subarray(3, 10) ?? [])]).toEqual([
    0x9d,
    0x01,
    0x2a,
    320 & 0xff,
    320 >> 8,
    240,
    0,
  ])
  expect(frames.slice(1).some(({ isKey }) => isKey)).toBe(false)
})

test('other codecs are refused', async () => {
  const recording = await readRecording('H264')
  expect(() => vp8Frames(recording)).toThrow('Only VP8 recordings can be taken apart, not H264')
})
