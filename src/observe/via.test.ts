import { expect, test } from 'vitest'
import type { Observation } from './observation.ts'
import { cameVia, checkVia, UnknownVia } from './via.ts'

const none = { methods: [], events: [] }
const seen: Observation = { at: 1, channel: 'event', name: 'deviceError', codes: [1006006], payload: [] }

test('a channel alone takes every name, a name only itself', () => {
  expect(cameVia(seen, undefined)).toBe(true)
  expect(cameVia(seen, 'event')).toBe(true)
  expect(cameVia(seen, 'event:deviceError')).toBe(true)
  expect(cameVia(seen, 'event:roomStateChanged')).toBe(false)
  expect(cameVia(seen, 'api')).toBe(false)
})

test('without a via, what an app cannot hear does not count', () => {
  const channels = ['api', 'event', 'pageerror', 'console', 'telemetry'] as const
  const counting = channels.filter((channel) => cameVia({ ...seen, channel }, undefined))
  expect(counting).toEqual(['api', 'event', 'pageerror'])
  expect(cameVia({ ...seen, channel: 'telemetry' }, 'telemetry')).toBe(true)
})

test('accepts every channel, and names where they are names of something', () => {
  for (const via of ['api', 'event', 'console', 'pageerror', 'telemetry'] as const) checkVia(via, none)
  checkVia('api:setGeoFence', none)
  checkVia('api:startScore', none)
  checkVia('console:warning', none)
  checkVia('telemetry:/liveroom/login', none)
})

test('learns new names from the engines found', () => {
  expect(() => checkVia('event:someNewEvent', none)).toThrow(UnknownVia)
  checkVia('event:someNewEvent', { methods: [], events: ['someNewEvent'] })
})

test('names what may have been meant, or else all there is', () => {
  expect(() => checkVia('api:loginroom', none)).toThrow('Did you mean loginRoom')
  expect(() => checkVia('console:fatal', none)).toThrow('Valid are error, warning.')
})

test('what is no text is no channel', () => {
  expect(() => checkVia(null as never, none)).toThrow(
    "via takes a text, such as 'event:deviceError', not null",
  )
})

test('half of a name is none, and methods of the engines found are known', () => {
  expect(cameVia(seen, 'event:device')).toBe(false)
  checkVia('api:someNewMethod', { methods: ['someNewMethod'], events: [] })
})
