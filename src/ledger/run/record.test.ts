import { expect, test } from 'vitest'
import { RecordUnreadable, type RunRecord, readRecord } from './record.ts'

const record: RunRecord = {
  schema: 1,
  injection: 'on',
  sdk: '3.12.0',
  browser: '156.0.0.0',
  receipts: [{ fault: 'device.unplug', means: 'real', at: 10, evidence: { readyState: 'ended' } }],
  claims: [{ code: 1006006, via: 'event:deviceError', negated: false, passed: true, at: 30 }],
  surfaced: [{ code: 1006006, via: 'event:deviceError', at: 20, payload: { errorCode: 1006006 } }],
  reaction: 'Check your camera',
}

test('a record is read back as it was written', () => {
  expect(readRecord(JSON.stringify(record))).toEqual(record)
  expect(readRecord(Buffer.from(JSON.stringify(record)))).toEqual(record)
})

test('a page without an engine has no SDK version', () => {
  expect(readRecord(JSON.stringify({ ...record, sdk: null })).sdk).toBeNull()
})

test.for([
  ['not JSON', '{', 'it is not JSON'],
  ['of another kind', '[]', 'it should be an object, but is []'],
  ['of another schema', JSON.stringify({ ...record, schema: 2 }), 'schema should match ^1$, but is 2'],
  [
    'without receipts',
    JSON.stringify({ ...record, receipts: undefined }),
    'receipts should be an array, but is absent',
  ],
  [
    'with a broken claim',
    JSON.stringify({ ...record, claims: [{ code: 1, negated: false, passed: 'yes', at: 1 }] }),
    'claims[0].passed should be of type boolean, but is "yes"',
  ],
  [
    'with an unheard-of channel',
    JSON.stringify({ ...record, surfaced: [{ code: 1, via: 'smoke:signal', at: 1 }] }),
    'surfaced[0].via should match',
  ],
])('a record %s is refused with the place and the next step', ([, body = '', message = '']) => {
  expect(() => readRecord(body)).toThrow(RecordUnreadable)
  expect(() => readRecord(body)).toThrow(message)
  expect(() => readRecord(body)).toThrow('run the tests again')
})
