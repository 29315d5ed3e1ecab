import { expect, test } from 'vitest'
import { sampleRecorded } from '../testing/sample-versions.ts'
import { driftInWords } from './drift-in-words.ts'
import { driftTable } from './drift-table.ts'

test('only what differs is said, with what the newest build does', () => {
  expect(driftInWords(driftTable(sampleRecorded))).toEqual([
    '',
    'Builds of the SDK that surface something else than the newest:',
    '  signaling cut and back',
    '    2.26.2: 1000017 event:roomStateChanged',
    '    3.5.0: 1000017 event:roomStateChanged',
    '    3.10.0: nothing',
    '  camera unplugged',
    '    2.26.2: 1006006 event:deviceError',
    '    3.10.0: 1106010 event:deviceError, 1006006 event:deviceError',
  ])
})

test('builds that are all alike need no words', () => {
  expect(driftInWords(driftTable({ kicked: { '3.5.0': [], '3.12.0': [] } }))).toEqual([])
  expect(driftInWords(null)).toEqual([])
})
