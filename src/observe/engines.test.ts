import { expect, test } from 'vitest'
import { Engines } from './engines.ts'

function problemOf(version: string | undefined): string | undefined {
  const engines = new Engines()
  const emitters = ['zegoWebRTM', 'zegoWebRTC']
  const message = {
    kind: 'engine',
    engine: 1,
    version,
    methods: ['loginRoom'],
    events: [],
    emitters,
  } as const
  engines.add({}, {}, 'http://shop.example', 0, message)
  return engines.all[0]?.problem
}

test('a build older than the cloud’s protocol is told from those it knows', () => {
  expect(problemOf('2.25.6')).toMatch(/from 2\.26 on; with 2\.25\.6/)
  expect(problemOf('1.12.0')).toBeDefined()
  for (const version of ['2.26.0', '3.0.0', '3.12.0', undefined]) expect(problemOf(version)).toBeUndefined()
})
