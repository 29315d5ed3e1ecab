import { expect, test } from 'vitest'
import type { Entry } from '../../cloud/exchange/journal.ts'
import { refusedIn } from './refused.ts'

const login = entry('in', 'LoginRoomReq', {})
const full = entry('out', 'LoginRoomRsp', { rspHead: { code: 1105 } })

test('what the cloud refuses by itself is judged by its state', () => {
  expect(refusedIn([login, full])).toEqual([{ name: 'LoginRoomRsp', code: 1105, by: 'state', at: 1 }])
})

test('what a handler of the test refuses is a number that was told', () => {
  expect(refusedIn([{ ...login, handled: 'code 1105' }, full])).toMatchObject([{ by: 'number' }])
})

test('a handler that took an earlier request of that name says nothing about the next one', () => {
  const told = { ...login, handled: 'code 1105' }
  expect(refusedIn([told, full, login, full]).map(({ by }) => by)).toEqual(['number', 'state'])
})

test('answers of other requests in between do not matter', () => {
  const asked = entry('in', 'HbReq', {})
  expect(refusedIn([{ ...login, handled: 'code 1105' }, asked, full])).toMatchObject([{ by: 'number' }])
})

test('a push says who judged', () => {
  const kick: Entry = { ...entry('out', 'PushUserKickout', { kickoutReason: 1 }), judgedBy: 'clients' }
  expect(refusedIn([kick])).toEqual([{ name: 'PushUserKickout', by: 'clients', at: 1 }])
})

test.each([
  ['a room', { rspHead: { code: 5 } }],
  ['the mixer', { commonResponse: { code: 5 } }],
  ['the music service', { code: 5 }],
  ['what stands before it', { ret: { code: 5 } }],
  ['the gateway', { result: 5 }],
])('the number of %s is found', (_, message) => {
  expect(refusedIn([entry('out', 'AnyRsp', message)])).toMatchObject([{ code: 5 }])
})

test('what went well is no refusal', () => {
  const messages = [{ rspHead: { code: 0 } }, { code: 0, data: {} }, { result: 0 }, {}]
  expect(refusedIn(messages.map((message) => entry('out', 'AnyRsp', message)))).toEqual([])
})

function entry(direction: Entry['direction'], name: string, message: object): Entry {
  return { at: 1, direction, layer: 'liveroom', name, message }
}

test('a request of a later version is met by its answer, one of another service is not', () => {
  const told = (layer: Entry['layer'], name: string) => ({
    ...entry('in', name, {}),
    layer,
    handled: 'code 5',
  })
  const answer = { ...entry('out', 'StreamRsp2', { rspHead: { code: 5 } }), layer: 'liveroom' } as const
  expect(refusedIn([told('liveroom', 'StreamReq2'), answer])).toMatchObject([{ by: 'number' }])
  expect(refusedIn([told('mixer', 'StreamReq2'), answer])).toMatchObject([{ by: 'state' }])
})
