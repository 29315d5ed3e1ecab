import { expect, test } from 'vitest'
import type { Entry } from '../cloud/exchange/journal.ts'
import { carriedBy } from './carried-by.ts'
import type { Observation } from './observation.ts'

const call = (...args: readonly unknown[]): Observation =>
  ({
    at: 20,
    channel: 'api',
    name: 'startMixerTask',
    outcome: 'pending',
    codes: [],
    payload: { args },
  }) as never

const by = (value: unknown, observations: readonly Observation[], entries: readonly Partial<Entry>[] = []) =>
  carriedBy(
    value,
    10,
    { timeline: { since: (at) => observations.filter((each) => each.at >= at) } },
    { entries: entries as Entry[] },
  )

test.for([
  ['an argument', 'room-1', ['room-1', 'token']],
  ['a part of one', 'a.gif', [{ taskID: 'mix', watermark: { imageURL: 'a.gif' } }]],
  ['a part of a text', 'all of us', ['all of us,another']],
  ['an object to which the app has added', { songID: '' }, [{ songID: '', mode: 0 }, 1]],
  ['all arguments', ['/search/song', {}], ['/search/song', {}]],
  ['a whole call', ['startMixerTask', 'mix'], ['mix']],
  ['what is no JSON', Number.NaN, ['NaN']],
  ['what is shortened where it is long', 'x'.repeat(400), [`${'x'.repeat(300)}… (400)`]],
  ['what lies too deep to be seen', { a: { b: 1 } }, [{ a: '[…]' }]],
  ['an object without fields', {}, [{ watermark: {} }]],
  ['nothing at all', undefined, ['room-1']],
] as const)('a call carries %s', ([, value, args]) => {
  expect(by(value, [call(...args)])).toBe('startMixerTask')
})

test.for([
  ['another value', 'room-1', ['room-2']],
  ['no text, although there is some', '', ['room-2']],
  ['a list with more in it', ['a', 'b'], [['a', 'b', 'c']]],
  ['an object without fields, although there is another', {}, [{ taskID: 'mix' }]],
  ['fields with other values', { songID: 'a', mode: 1 }, [{ songID: 'a', mode: 0 }]],
] as const)('a call does not carry %s', ([, value, args]) => {
  expect(by(value, [call(...args)])).toBeUndefined()
})

test('a call before it does not count, nor does an event', () => {
  expect(by('room-1', [{ ...call('room-1'), at: 9 }])).toBeUndefined()
  expect(by('room-1', [{ ...call('room-1'), channel: 'event' }])).toBeUndefined()
})

test('where no call carries it, a request may', () => {
  const request = { at: 20, direction: 'in', name: 'LoginRoomReq', message: { token: 'made-up' } } as const
  expect(by('made-up', [], [request])).toBe('LoginRoomReq')
  expect(by('made-up', [], [{ ...request, direction: 'out' }])).toBeUndefined()
})

test('a request before it does not count', () => {
  const request = { at: 9, direction: 'in', name: 'LoginRoomReq', message: { token: 'made-up' } } as const
  expect(by('made-up', [], [request])).toBeUndefined()
})
