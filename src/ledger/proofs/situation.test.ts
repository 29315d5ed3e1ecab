import { expect, test } from 'vitest'
import type { Receipt } from '../../faults/kit/receipt.ts'
import type { Refused, RunRecord } from '../run/record.ts'
import { sampleRecord } from '../testing/sample-run.ts'
import { situationAt, wasForced } from './situation.ts'

test.for([
  ['an argument that the SDK refuses', receipt('input.tooLong'), 'sdk'],
  ['a call out of turn', receipt('misuse.call'), 'sdk'],
  [
    'a service that says nothing, which the SDK waits for',
    receipt('signaling.answer', { reply: 'silence' }),
    'sdk',
  ],
  ['a number told to the service', receipt('signaling.answer', { reply: 'code 1105' }), 'number'],
  ['an answer whose fields are changed', receipt('signaling.answer', { reply: 'with a change' }), 'number'],
  ['a number told to an upload', receipt('http.answer', { status: 500 }), 'number'],
  ['an upload that gets nothing', receipt('http.silence'), 'sdk'],
  ['a callback that is lost', receipt('server.lose'), 'sdk'],
  ['a number told to the gateway', receipt('media.answer', { reply: 'code 2012' }), 'number'],
  ['a kick that was told', receipt('signaling.kick'), 'push'],
  ['a cut', receipt('network.cut'), 'network'],
  ['a plug', receipt('device.unplug'), 'device'],
  ['a permission', receipt('permission.deny'), 'page'],
  ['whoever the receipt names', receipt('signaling.kick', { judgedBy: 'clients' }), 'clients'],
  ['a device, where time is no more than passed', receipt('time.sleep', { judgedBy: 'device' }), 'device'],
] as const)('%s', ([, made, judge]) => {
  expect(situationAt(record([made]), 1_050)?.judge).toBe(judge)
})

test.for([
  ['state', { name: 'MixStreamStartRsp', code: 158, by: 'state', at: 1_010 }],
  ['number', { name: 'LoginRoomRsp', code: 1105, by: 'number', at: 1_010 }],
  ['clients', { name: 'PushUserKickout', by: 'clients', at: 1_010 }],
] as const)('a refusal of the cloud tells that the judge is %s', ([judge, refused]) => {
  expect(situationAt(record([receipt('input.argument')], [refused]), 1_050)?.judge).toBe(judge)
  expect(situationAt(record([], [refused]), 1_050)?.judge).toBe(judge)
})

test('a retry that is refused does not judge what a cut or a push has done', () => {
  const refused: Refused = { name: 'LoginRoomRsp', code: 1001, by: 'state', at: 1_010 }
  expect(situationAt(record([receipt('network.cut')], [refused]), 1_050)?.judge).toBe('network')
  expect(situationAt(record([receipt('media.close')], [refused]), 1_050)?.judge).toBe('push')
  const other: Refused = { name: 'PushUserKickout', by: 'clients', at: 1_010 }
  expect(situationAt(record([receipt('network.cut')], [other]), 1_050)?.judge).toBe('clients')
})

test('a refusal before the fault, or after the code, has no part in it', () => {
  const refusals = [990, 1_060].map(
    (at): Refused => ({ name: 'MixStreamStartRsp', code: 158, by: 'state', at }),
  )
  expect(situationAt(record([receipt('input.argument')], refusals), 1_050)?.judge).toBe('sdk')
})

test('passing time only brings out what was made before', () => {
  const receipts = [receipt('network.cut'), { ...receipt('time.advance'), at: 1_020 }]
  expect(situationAt(record(receipts), 1_050)?.judge).toBe('network')
  expect(situationAt(record(receipts), 1_050, 1_015)).toMatchObject({ judge: 'network', receipts })
})

test('the faults since the last claim are nearer than those before it', () => {
  const receipts = [receipt('network.cut'), { ...receipt('input.empty'), at: 1_040 }]
  expect(situationAt(record(receipts), 1_050, 1_030)?.receipts).toHaveLength(1)
  expect(situationAt(record(receipts), 1_050)?.receipts).toHaveLength(2)
})

test('preparations, forced codes and nothing at all are no situation', () => {
  const prepared: Receipt = { ...receipt('time.control'), preparation: true }
  for (const receipts of [[], [prepared], [receipt('signaling.force', { code: 1 })]])
    expect(situationAt(record(receipts), 1_050)).toBeUndefined()
})

function receipt(fault: string, evidence: Receipt['evidence'] = {}): Receipt {
  return { fault, means: 'real', at: 1_000, evidence }
}

function record(receipts: readonly Receipt[], refused: readonly Refused[] = []): RunRecord {
  return sampleRecord(1006006, { receipts, refused })
}

test('of two that name who judged, the last one does', () => {
  const receipts = [
    receipt('signaling.kick', { judgedBy: 'clients' }),
    { ...receipt('server.call', { judgedBy: 'state' }), at: 1_020 },
  ]
  expect(situationAt(record(receipts), 1_050)?.judge).toBe('state')
})

test('where time alone passes, all of it is the situation', () => {
  const receipts = [receipt('time.advance'), { ...receipt('time.jump'), at: 1_010 }]
  expect(situationAt(record(receipts), 1_050)?.receipts).toEqual(receipts)
})

test('each of several codes that are forced in turn is forced, a small number that is told is translated', () => {
  const list = record([receipt('signaling.force', { code: [1002034, 1002053] })])
  expect([1002034, 1002053, 1002055].map((code) => wasForced(code, list))).toEqual([true, true, false])
  expect(wasForced(1105, record([receipt('signaling.answer', { reply: 'code 1105' })]))).toBe(false)
})
