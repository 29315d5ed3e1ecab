import { expect, test } from 'vitest'
import { Continuity } from './continuity.ts'

const packet = (sequence: number, timestamp: number) =>
  ({ kind: 'video', sequence, timestamp, marker: false, payload: new Uint8Array() }) as const

function numbers(continuity: Continuity, sequence: number, timestamp: number) {
  const followed = continuity.follow(packet(sequence, timestamp))
  return [followed.sequence, followed.timestamp]
}

test('one source passes as it is', () => {
  const continuity = new Continuity('video')
  expect(numbers(continuity, 65_535, 900)).toEqual([65_535, 900])
  expect(numbers(continuity, 0, 1_800)).toEqual([0, 1_800])
})

test('another source goes on without a gap, by the time that passed', () => {
  let now = 1_000
  const continuity = new Continuity('video', () => now)
  numbers(continuity, 10, 5_000)
  now += 100
  continuity.interrupt()
  expect(numbers(continuity, 4_000, 77)).toEqual([11, 5_000 + 9_000])
  expect(numbers(continuity, 4_001, 77 + 3_000)).toEqual([12, 5_000 + 12_000])
})

test('numbers wrap around', () => {
  const continuity = new Continuity('audio', () => 0)
  numbers(continuity, 65_535, 0xffffffff)
  continuity.interrupt()
  expect(numbers(continuity, 3, 3)).toEqual([0, 0])
})

test('a late packet keeps its place and does not set the next source back', () => {
  const continuity = new Continuity('video', () => 0)
  numbers(continuity, 11, 2_000)
  expect(numbers(continuity, 10, 1_000)).toEqual([10, 1_000])
  continuity.interrupt()
  expect(numbers(continuity, 500, 0)[0]).toBe(12)
})
