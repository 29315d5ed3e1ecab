import { expect, test } from 'vitest'
import type { Ran } from './run/ran.ts'
import { sampleRecord } from './testing/sample-run.ts'
import { unhandledCodes, unhandledInWords } from './unhandled.ts'

function ran(id: string, unhandled: NonNullable<Ran['record']>['unhandled']): Ran {
  const place = { file: 'app.spec.ts', line: 1, title: id, project: null, tags: [], repeat: 0 }
  const end = { outcome: 'passed', startedAt: 0, durationMs: 1, error: null } as const
  return { id, ...place, ...end, record: sampleRecord(1002055, { unhandled }) }
}

const runs = [
  ran('kicked', [
    { code: 1002055, via: 'event:roomStateUpdate', heard: false },
    { code: 1002055, via: 'event:roomStateChanged', heard: true },
  ]),
  ran('kicked again', [{ code: 1002055, via: 'event:roomStateUpdate', heard: false }]),
  ran('shown', []),
]

test('each code stands once, with its channels and tests', () => {
  expect(unhandledCodes(runs)).toEqual([
    {
      code: 1002055,
      title: expect.any(String),
      told: [
        { via: 'event:roomStateUpdate', heard: false },
        { via: 'event:roomStateChanged', heard: true },
      ],
      tests: ['kicked', 'kicked again'],
    },
  ])
})

test('in words it says who listened, and nothing when there is nothing', () => {
  const lines = unhandledInWords(unhandledCodes(runs)).join('\n')
  expect(lines).toMatch(/showed nothing in time: 1/)
  expect(lines).toMatch(/roomStateUpdate: nobody listens/)
  expect(lines).toMatch(/roomStateChanged: the app got it/)
  expect(unhandledInWords([])).toEqual([])
})

test('codes stand in order, and whoever catches nothing is told by what came', () => {
  const told = unhandledCodes([
    ran('a', [
      { code: 1103064, via: 'api:createStream', heard: false },
      { code: 1002034, via: 'pageerror:unhandledrejection', heard: false },
    ]),
  ])
  expect(told.map(({ code }) => code)).toEqual([1002034, 1103064])
  const lines = unhandledInWords(told).join('\n')
  expect(lines).toMatch(/api:createStream: nobody catches it/)
  expect(lines).toMatch(/pageerror:unhandledrejection: an uncaught error/)
})
