import { expect, test } from 'vitest'
import { NetworkPath, verdict } from './network-path.ts'

test('a healthy path passes everything at once', () => {
  const path = new NetworkPath()
  expect([path.verdict('up', true), path.verdict('down', false)]).toEqual([0, 0])
})

test('a cut swallows one way or both, until it heals', () => {
  const path = new NetworkPath()
  path.cut('down')
  expect([path.verdict('down', false), path.verdict('up', true)]).toEqual(['lost', 0])
  path.cut()
  expect([path.isCut('up'), path.isCut('down')]).toEqual([true, true])
  path.heal('up')
  expect([path.verdict('up', true), path.verdict('down', true)]).toEqual([0, 'lost'])
  path.heal()
  expect(path.verdict('down', true)).toBe(0)
})

test('a cut of media leaves the connection alone', () => {
  const path = new NetworkPath()
  path.cut('down', 'media')
  expect([path.verdict('down', true), path.verdict('down', false)]).toEqual(['lost', 0])
  expect([path.isCut('down', 'media'), path.isCut('down')]).toEqual([true, false])
})

test('loss takes its share, the same packets in every run', () => {
  const lost = () => {
    const path = new NetworkPath()
    path.loss(0.25)
    return Array.from({ length: 1000 }, () => path.verdict('up', true))
  }
  const verdicts = lost()
  expect(verdicts).toEqual(lost())
  expect(verdicts.filter((decision) => decision === 'lost').length / 1000).toBeCloseTo(0.25, 1)
})

test('loss leaves the connection alone unless it is told not to', () => {
  const path = new NetworkPath()
  path.loss(1, 'down')
  expect([path.verdict('down', false), path.verdict('down', true)]).toEqual([0, 'lost'])
  path.loss(1, 'down', 'all')
  expect(path.verdict('down', false)).toBe('lost')
})

test('paths in a row add their delays, and one cut is enough', () => {
  const [shared, own] = [new NetworkPath(), new NetworkPath()]
  shared.delay(30)
  own.delay(12, 'up')
  expect([verdict([shared, own], 'up', true), verdict([shared, own], 'down', true)]).toEqual([42, 30])
  own.cut('down')
  expect(verdict([shared, own], 'down', true)).toBe('lost')
})

test('impossible conditions are refused', () => {
  const path = new NetworkPath()
  expect(() => path.loss(75)).toThrow('A loss ratio is a number from 0 to 1, not 75')
  expect(() => path.delay(-1)).toThrow('A delay is a number of milliseconds, not -1')
})

test('listeners hear of changes until they leave', () => {
  const path = new NetworkPath()
  let heard = 0
  const leave = path.onChange(() => {
    heard += 1
  })
  path.cut()
  path.heal()
  leave()
  path.cut()
  expect(heard).toBe(2)
})

test('of two that are there at once, each ends alone, in whatever order', () => {
  const path = new NetworkPath()
  const endFirst = path.cut('both')
  const endSecond = path.cut('down', 'media')
  const endThird = path.delay(20)
  endFirst()
  expect([path.isCut('up'), path.isCut('down', 'media'), path.isCut('down')]).toEqual([false, true, false])
  endSecond()
  expect(path.verdict('down', true)).toBe(20)
  path.loss(1, 'up')
  path.heal('down')
  expect([path.verdict('up', true), path.verdict('down', true)]).toEqual(['lost', 0])
  endThird()
  expect([path.verdict('up', true), path.verdict('up', false)]).toEqual(['lost', 0])
})

test('what was healed stays so when something else ends', () => {
  const path = new NetworkPath()
  path.cut('both')
  const endDelay = path.delay(20)
  path.heal()
  endDelay()
  expect([path.verdict('up', true), path.verdict('down', true)]).toEqual([0, 0])
})
