import { expect, test } from 'vitest'
import { Engines } from './engines.ts'

function problemOf(version: string | undefined, methods = ['loginRoom', 'createStream'], emitters = both) {
  const engines = new Engines()
  const message = { kind: 'engine', engine: 1, version, methods, events: [], emitters } as const
  engines.add({}, {}, 'http://shop.example', 0, message)
  return engines.all[0]?.problem
}

const both = ['zegoWebRTM', 'zegoWebRTC']

test('a build older than the cloud’s protocol is told from those it knows', () => {
  expect(problemOf('2.25.6')).toMatch(/from 2\.26 on; with 2\.25\.6/)
  expect(problemOf('1.12.0')).toBeDefined()
  for (const version of ['2.26.0', '3.0.0', '3.12.0', undefined]) expect(problemOf(version)).toBeUndefined()
})

test('an engine without streams lacks nothing, and counts its versions otherwise', () => {
  expect(problemOf('2.5.0', ['loginRoom'], ['zegoWebRTM'])).toBeUndefined()
  expect(problemOf('2.5.0', ['loginRoom'], [])).toMatch(/events of zegoWebRTM and the events of zegoWebRTC/)
})
