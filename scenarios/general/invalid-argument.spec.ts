import type { Call } from '../room-calls.ts'
import { expect, makeToken, reply, test } from '../test.ts'

/** What is passed instead of a legal argument, the call it is passed to, and how the SDK names the field, if it does. */
type Row = readonly [
  wrong: readonly unknown[],
  legal: unknown,
  call: (argument: unknown) => Call,
  names?: RegExp,
]

const room = 'room-1'
const content = new Uint8Array([1])
const login = (user: object, more: object = {}): Call => ['loginRoom', room, makeToken(), user, more]
const transparent = (more: object): Call => [
  'sendTransparentMessage',
  room,
  { sendMode: 0, sendType: 0, content, recvUserList: [], ...more },
]

const beforeLogin: readonly Row[] = [
  [
    [5, {}, true],
    room,
    (id) => ['loginRoom', id, makeToken(), { userID: 'host', userName: 'host' }],
    /roomID/,
  ],
  [[''], makeToken(), (token) => ['loginRoom', room, token, { userID: 'host', userName: 'host' }], /token/],
  [['host', 5], { userID: 'host' }, (user) => ['loginRoom', room, makeToken(), user], /user /],
  [[5, {}], 'host', (userID) => login({ userID, userName: 'host' }), /userID/],
  [[5, {}, null], 'host', (userName) => login({ userID: 'host', userName }), /userName/],
  [
    [-1, 1.5, '5'],
    0,
    (maxMemberCount) => login({ userID: 'host', userName: 'host' }, { maxMemberCount }),
    /maxMemberCount/,
  ],
  [[null, undefined], {}, (stream) => ['useVideoDevice', stream, 'default'], /localStream/],
]

const inRoom: readonly Row[] = [
  [[5, {}], 'room-2', (id) => ['switchRoom', room, id, { token: makeToken() }], /roomID/],
  [[5, null, undefined, {}], 'hello', (text) => ['sendBroadcastMessage', room, text]],
  [[5, null, {}], room, (id) => ['sendBroadcastMessage', id, 'hello']],
  [['guest', [5], null], ['guest'], (users) => ['sendCustomCommand', room, 'hello', users]],
  [['text', 5, null], {}, (message) => ['sendTransparentMessage', room, message], /message/],
  [[3, '0', undefined], 0, (sendMode) => transparent({ sendMode }), /sendMode/],
  [[3, '0', undefined], 0, (sendType) => transparent({ sendType }), /sendType/],
  [['text', [1]], content, (bytes) => transparent({ content: bytes }), /content/],
  [['guest', undefined, [5]], [], (recvUserList) => transparent({ recvUserList }), /recvUserList/],
  [[0, -1, 1.5, '5'], 5, (timeOut) => transparent({ timeOut }), /content/], // the SDK says content, and means timeOut
  [[5, {}, null], 'news', (value) => ['setRoomExtraInfo', room, 'topic', value]],
  [[5, null], 'rtmp://cdn.example/live', (url) => ['addPublishCdnUrl', 'stream-1', url], /push url/],
]

const enter = login({ userID: 'host', userName: 'host' })
const tables: readonly (readonly [situation: string, rows: readonly Row[], before: readonly Call[]])[] = [
  ['of a login or a device', beforeLogin, []],
  ['of a call in the room', inRoom, [enter]],
]

for (const [situation, rows, before] of tables) {
  test(`a wrong argument ${situation}`, { tag: '@1100001' }, async ({ engine, faults, zego }) => {
    await engine.open()
    for (const call of before) await engine.call(...call)
    for (const [wrong, legal, call, names = /^$/] of rows) {
      for (const value of wrong) {
        const input = await faults.input.argument(value, { insteadOf: legal })
        const [method, ...args] = call(input.value)
        const { value: said } = await engine.call(method, ...args)
        await expect(zego).toSurface(1100001, { via: `api:${method}`, since: input })
        const { msg, extendedData = msg ?? '' } = said as { msg?: string; extendedData?: string }
        expect(extendedData).toMatch(names)
      }
    }
    await expect(engine).toReact(1100001)
  })
}

test('a number beyond what a capture takes', { tag: '@1100001' }, async ({
  eachRow,
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  const stream = await engine.stream()
  for (const volume of [0, 200])
    expect(await engine.call('setCaptureVolume', stream, volume)).toMatchObject({ value: { errorCode: 0 } })
  const rows = [
    { what: 'a volume below', method: 'setCaptureVolume', wrong: -1, legal: 50, says: /0 to 200/ },
    { what: 'a volume above', method: 'setCaptureVolume', wrong: 201, legal: 50, says: /0 to 200/ },
    {
      what: 'a width below',
      method: 'setVideoConfig',
      wrong: { width: -1 },
      legal: { width: 320 },
      says: /width .*7680/,
    },
    {
      what: 'a width above',
      method: 'setVideoConfig',
      wrong: { width: 7681 },
      legal: { width: 320 },
      says: /width .*7680/,
    },
  ] as const
  await eachRow(rows, async ({ method, wrong, legal, says }) => {
    const input = await faults.input.argument<unknown>(wrong, { insteadOf: legal })
    const { value } = await engine.call(method, stream, input.value)
    await expect(zego).toSurface(1100001, { via: `api:${method}`, since: input })
    expect(value).toMatchObject({ extendedData: expect.stringMatching(says) })
  })
})

test('the service refuses an argument', { tag: '@1100001' }, async ({ engine, faults, zego }) => {
  await engine.join()
  await faults.signaling.answer('SignalLiveCustomReq', reply.code(2))
  await engine.call('sendCustomCommand', engine.roomId, 'hello', ['guest'])
  await expect(zego).toSurface(1100001, { via: 'api:sendCustomCommand' })
})
