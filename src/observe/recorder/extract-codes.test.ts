import { expect, test } from 'vitest'
import type { Channel } from '../observation.ts'
import { codesIn, codesInText } from './extract-codes.ts'

const shapes: [what: string, channel: Channel, name: string, payload: unknown, codes: number[]][] = [
  ['{code, msg}', 'api', 'loginRoom', { error: { code: 1002011, msg: 'room ID is empty' } }, [1002011]],
  ['{code, message}', 'api', 'createStream', { error: { code: 1103064, message: 'denied' } }, [1103064]],
  ['{errorCode}', 'api', 'sendBroadcastMessage', { error: { errorCode: 1009013 } }, [1009013]],
  [
    'a resolved error',
    'api',
    'setVideoConfig',
    { result: { errorCode: 1103029, extendedData: '' } },
    [1103029],
  ],
  [
    'success in a code position',
    'api',
    'setStreamExtraInfo',
    { result: { errorCode: 0, extendedData: '' } },
    [0],
  ],
  ['a code given as text', 'api', 'loginRoom', { error: { code: '1002005', msg: '' } }, [1002005]],
  ['a nested error', 'api', 'x', { error: { error: { code: 1100002 } } }, [1100002]],
  ['a server number passed through', 'api', 'loginRoom', { error: { code: 1012, msg: '' } }, [1012]],
  [
    'a code only in the text of an error',
    'api',
    'x',
    { error: { name: 'Error', message: 'fail 1103061: no' } },
    [1103061],
  ],
  [
    'an error of the player, with JSON for a message',
    'api',
    'src',
    { error: { name: 'Error', message: '{"code":100001,"msg":"InputParamError: …"}' } },
    [100001],
  ],
  ['what the player tells onError', 'event', 'onError', [{ code: 100004, msg: 'NetworkError' }], [100004]],
  ['a thrown text', 'api', 'setTurnServer', { error: "'setTurnServer' failed. param error." }, []],
  ['a code that is the result', 'api', 'startScore', { result: 1017096 }, [1017096]],
  ['a length that is the result', 'api', 'getDuration', { result: 1017096 }, []],
  ['false', 'api', 'renewToken', { result: false }, []],
  ['codes in the arguments', 'api', 'sendBroadcastMessage', { args: ['r', '1002050'], result: true }, []],
  ['roomStateChanged', 'event', 'roomStateChanged', ['r1', 'KICKOUT', 1002050, '{}'], [1002050]],
  ['roomStateUpdate', 'event', 'roomStateUpdate', ['r1', 'CONNECTED', 0, ''], [0]],
  [
    'publisherStateUpdate',
    'event',
    'publisherStateUpdate',
    [{ state: 'NO_PUBLISH', errorCode: 1003028, streamID: 's' }],
    [1003028],
  ],
  ['deviceError', 'event', 'deviceError', [1006006, 'camera'], [1006006]],
  ['backgroundEffectError', 'event', 'backgroundEffectError', ['[MediaStream]', 1103075, ''], [1103075]],
  ['an unknown event with an object', 'event', 'someNewEvent', [{ errorCode: 1103080 }], [1103080]],
  ['an unknown event with numbers', 'event', 'someNewEvent', [1103080, 12], []],
  [
    'an SDK log line',
    'console',
    'error',
    { action: 'zc.p.psr.1', content: 'call {"code":1104037,"message":"x"}' },
    [1104037],
  ],
  ['a console text', 'console', 'error', { text: 'login failed {code: 1002036, msg: no}' }, [1002036]],
  [
    'an uncaught SDK error',
    'pageerror',
    'unhandledrejection',
    { value: { code: 1103064, msg: '' } },
    [1103064],
  ],
  ['an uncaught text', 'pageerror', 'Error', { message: 'boom 1002036' }, [1002036]],
  ['a span', 'telemetry', '/liveroom/login', { tags: { error: 1002031, message: 'timeout' } }, [1002031]],
]

for (const [what, channel, name, payload, codes] of shapes) {
  test(`finds the codes of ${what}`, () => {
    expect(codesIn({ channel, name, payload })).toEqual(codes)
  })
}

test('puts errors before 0 and names each code once', () => {
  const payload = [{ errorCode: 0 }, { errorCode: 1103080 }, { code: 1103080 }]
  expect(codesIn({ channel: 'event', name: 'someNewEvent', payload })).toEqual([1103080, 0])
})

test('takes no number of another length, and no part of a longer word, for a code', () => {
  expect(codesInText('app 1234567890, at 110306.4, 1103064px, v1.1103064, id-a1103064, 1203064')).toEqual([])
  expect(codesInText('100000, 100007, 1000011, 100003x, 0.100004')).toEqual([1000011])
  expect(codesInText('error occur 100005 DecodeError')).toEqual([100005])
  expect(codesInText('codes 1103064, 1002036.')).toEqual([1103064, 1002036])
})

test('a text that was thrown is read, and what only begins with digits is no number', () => {
  const payload = { error: 'login failed: 1002034' }
  expect(codesIn({ channel: 'api', name: 'loginRoom', payload })).toEqual([1002034])
  expect(codesIn({ channel: 'api', name: 'loginRoom', payload: { error: { code: '1002x' } } })).toEqual([])
})
