import { inRoom } from '../reacting/ends.ts'
import { expect, makeToken, reply, tagsOf, test } from '../test.ts'

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

/** What the SDK makes of the codes by which the room service refuses a login. */
const rows = [
  { code: 1002034, server: [1105, 201105] },
  { code: 1002036, server: [1016, 201016] },
  { code: 1002037, server: [5022, 205022] },
  {
    code: 1002099,
    server: [1, 105, 141, 1004, 7777, 50115, 50129, 999_999, 1_000_000_001, 1_000_001_105, 1_999_999_999],
  },
  {
    code: 1102016,
    server: [2002, 2010, 202002, 202010, 50116, ...numbers(50118, 50122), ...numbers(50124, 50128)],
  },
  { code: 1102018, server: [50117, 50123] },
]

test('numbers by which the room service refuses a login', { tag: tagsOf(rows) }, async ({
  eachRow,
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  await eachRow(rows, async ({ code, server }) => {
    for (const number of server) {
      const refusal = await faults.signaling.answer('LoginRoomReq', reply.code(number), { once: true })
      await engine.call('loginRoom', 'room-1', makeToken(), { userID: 'host' })
      await expect(zego).toSurface(code, { via: 'api:loginRoom', since: refusal })
      await expect(zego).toSurface(code, { via: 'event:roomStateChanged', since: refusal })
    }
    await expect(engine).toReact(code)
  })
})

/** Refusals of the service that ends them, after which one joins. */
const refusals = [
  { code: 1002036, number: 1016 },
  { code: 1002037, number: 5022 },
  { code: 1002099, number: 7777 },
]

test('the service refuses a login, and then does not', { tag: tagsOf(refusals) }, async ({
  app,
  eachRow,
  faults,
  zego,
}) => {
  await app.open()
  await eachRow(refusals, async ({ code, number }) => {
    const refusal = await faults.signaling.answer('LoginRoomReq', reply.code(number), { once: true })
    await app.tryToJoin()
    await expect(zego).toSurface(code, { via: 'event:roomStateChanged', since: refusal })
    await expect(app).toReact(code)

    await app.comesBack(inRoom, 'Join', () => app.button('Join').click())
    await app.button('Leave').click()
  })
  // What the number of an unknown refusal becomes.
  const { payload } = zego.surfaced(1002099, 'event:roomStateChanged') ?? {}
  expect(payload).toEqual([app.roomId, 'LOGIN_FAILED', 1002099, '{"server_code":52007777}'])
})

/** Codes that the documentation does not list; the last two are the service's own, which the SDK forgot to translate. */
const undocumented = [
  [1002066, [5030, 205030]],
  [1002086, [50013]],
  [1012, [1012]],
  [2003, [2003]],
] as const

test('refusals with a code that is not documented', { tag: '@1002099' }, async ({ engine, faults, zego }) => {
  await engine.open()
  for (const [code, server] of undocumented) {
    for (const number of server) {
      const refusal = await faults.signaling.answer('LoginRoomReq', reply.code(number), { once: true })
      await engine.call('loginRoom', 'room-1', makeToken(), { userID: 'host' })
      await expect(zego).toSurface(code, { via: 'api:loginRoom', since: refusal, undocumented: true })
    }
  }
  await expect(zego).not.toSurface(1002099)
  await expect(engine.alert).toContainText(/a reason this app does not know/)
})
