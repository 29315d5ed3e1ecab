import { type Cloud, makeToken, type Participant } from '../../fixtures/index.ts'
import type { Faults } from '../../src/faults/faults.ts'
import { expect, reply, test } from '../test.ts'

/** What a test written in JavaScript may well pass: the types let none of it through. */
type Passed = never
const a = (value: unknown) => value as Passed
const forAlice = { appId: 1, userId: 'alice', secret: 'x'.repeat(32) }

type Wrong = readonly [
  what: string,
  act: (given: { faults: Faults; cloud: Cloud; guest: Participant }) => unknown,
  message: RegExp,
]

const wrong: readonly Wrong[] = [
  ['an invalid duration', ({ faults }) => faults.time.advance(a(undefined)), /undefined is not a duration/],
  ['a duration of NaN', ({ faults }) => faults.time.advance(Number.NaN), /NaN is not a duration/],
  ['no skew', ({ faults }) => faults.time.skew(0), /0 is not a duration/],
  [
    'a clock',
    ({ faults }) => faults.time.jump('5s', { of: a('server') }),
    /of takes one of both, cloud, page, not/,
  ],
  [
    'a mistyped option',
    ({ faults }) => faults.time.advance('5s', a({ off: 'cloud' })),
    /no option named off/,
  ],
  [
    'no condition to wait for',
    ({ faults }) => faults.time.advanceUntil('5s', a(true)),
    /takes a function that says/,
  ],
  [
    'an answer for once, mistyped',
    ({ faults }) => faults.signaling.silence('HbReq', a({ onec: true })),
    /signaling\.answer has no option named onec. It has: once/,
  ],
  [
    'an answer of the gateway for once, mistyped',
    ({ faults }) => faults.media.answer('LoginReq', reply.code(1), a({ onec: true })),
    /media\.answer has no option named onec/,
  ],
  ['no loss', ({ faults }) => faults.network.lose(a(null)), /takes a share above 0, up to 1, not null/],
  ['a way', ({ faults }) => faults.network.lose(0.5, a('sideways')), /A direction is one of up, down, both/],
  ['a delay in words', ({ faults }) => faults.network.delay(a('800')), /A delay is from 1 to 60000 ms/],
  ['a mistyped way', ({ faults }) => faults.network.shape('3g', a({ dir: 'up' })), /no option named dir/],
  [
    'a mistyped cut',
    ({ faults }) => faults.network.cut('media', a({ conecting: true })),
    /network\.cut has no option named conecting/,
  ],
  [
    'another host',
    ({ faults }) => faults.network.refuse('signaling', a({ only: 'second' })),
    /only takes one of first, not "second"/,
  ],
  ['a healthy network', ({ faults }) => faults.network.shape({ loss: 0 }), /healthy in its first phase/],
  [
    'an inherited device',
    ({ faults }) => faults.device.mute(a('constructor')),
    /takes 'camera' or 'microphone', not "constructor"/,
  ],
  [
    'an inherited permission',
    ({ faults }) => faults.permission.deny(a('toString')),
    /takes 'camera', 'microphone', 'all', not "toString"/,
  ],
  ['an address', ({ faults }) => faults.network.changeAddress('4 hours'), /clientIp takes an IP address/],
  [
    'the same address',
    ({ faults }) => faults.network.changeAddress('127.0.0.1'),
    /has the address 127\.0\.0\.1 already/,
  ],
  [
    'one device of none',
    ({ faults }) => faults.device.unplug('camera', a(null)),
    /One device takes an object/,
  ],
  [
    'an endless slowness',
    ({ faults }) => faults.browser.slow(Number.POSITIVE_INFINITY),
    /a number above 1, not Inf/,
  ],
  ['no setting', ({ faults }) => faults.signaling.configure({}), /takes a setting at least/],
  ['a setting of NaN', ({ faults }) => faults.signaling.configure(a(Number.NaN)), /The cloud takes settings/],
  [
    'half a second',
    ({ faults }) => faults.signaling.configure({ heartbeatInterval: 0.5 }),
    /a whole number of seconds/,
  ],
  [
    'callbacks to nobody',
    ({ faults }) => faults.signaling.configure({ callbacks: a(5) }),
    /callbacks takes a URL/,
  ],
  [
    'a mistyped user',
    ({ faults }) => faults.signaling.kick('by-server', a({ usr: 'guest' })),
    /no option named usr/,
  ],
  [
    'a part',
    ({ faults }) => faults.signaling.pushNonsense(a('head')),
    /pushNonsense takes one of body, command/,
  ],
  [
    'a reason to close',
    ({ faults }) => faults.signaling.closeConnection('retry', -1),
    /reason takes a whole number/,
  ],
  ['a mistyped stream', ({ faults }) => faults.media.forbid(a({ strem: 's' })), /no option named strem/],
  [
    'a role',
    ({ faults }) => faults.media.close({}, { role: a('host') }),
    /role takes one of publisher, player, probe/,
  ],
  ['a denial', ({ faults }) => faults.media.close({ err: 1.5 }), /err takes a whole number/],
  [
    'a media type',
    ({ faults }) => faults.media.codecError({ mediaType: Number.NaN }),
    /mediaType takes a whole number/,
  ],
  ['a stream of a CDN', ({ faults }) => faults.cdn.missing(a(5)), /faults\.cdn takes a text, not 5/],
  [
    'a status',
    ({ faults }) => faults.http.answer('*/x', { status: 1000 }),
    /status takes a whole number from 200 to 599/,
  ],
  ['a path', ({ faults }) => faults.http.silence(a(5)), /faults\.http takes a text/],
  [
    'no back end',
    ({ faults }) => faults.server.call('KickoutUser', a(5)),
    /takes a function that has the back end call/,
  ],
  [
    'an event',
    ({ faults }) => faults.server.loseCallbacks({ event: a('room_joined') }),
    /event takes one of room_login/,
  ],
  ['a length', ({ faults }) => faults.input.tooLong(a('long')), /A length takes an object, { bytes: …/],
  ['nothing legal', ({ faults }) => faults.input.argument(1, a({})), /the legal argument it stands for/],
  ['a change', () => reply.with(a(5)), /reply\.with takes a function/],
  ['a handler', ({ cloud }) => cloud.use(a('LoginRoomReq')), /cloud\.use takes handlers/],
  ['a room', ({ cloud }) => cloud.room(a(5)), /cloud\.room takes a text/],
  [
    'a capacity',
    ({ cloud }) => Object.assign(cloud.room('r'), { capacity: Number.NaN }),
    /capacity takes a whole number/,
  ],
  [
    'streams of a token',
    () => makeToken({ ...forAlice, publish: a('s') }),
    /publish takes true, false or a list/,
  ],
  ['an app of a token', () => makeToken({ ...forAlice, appId: a('1') }), /appId takes a whole number/],
  ['an option of a token', () => makeToken(a({ ...forAlice, ttl: 5 })), /makeToken has no option named ttl/],
  [
    'options of a stream',
    ({ guest }) => guest.publish('s2', a({ camra: false })),
    /publish has no option named camra/,
  ],
]

test('an argument that can mean nothing is refused at once, in words that lead on', {
  tag: '@no-code',
}, async ({ app, cloud, faults }) => {
  const guest = await app.watch()
  await faults.time.advance('1s', { of: 'cloud' }) // it is about faults: a control has none, and refuses nothing
  for (const [what, act, message] of wrong)
    await expect((async () => act({ faults, cloud, guest }))(), what).rejects.toThrow(message)
  expect([...cloud.room(app.roomId).members.keys()].sort()).toEqual(['guest', app.userId])
  await expect(app.playing('guest-stream')).toHaveText('Playing')
})
