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
