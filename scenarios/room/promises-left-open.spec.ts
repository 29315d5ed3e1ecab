import { heard } from '../heard.ts'
import { inRoom } from '../reacting/ends.ts'
import { type Call, sends } from '../room-calls.ts'
import { expect, makeToken, reply, test } from '../test.ts'

const host = { userID: 'host', userName: 'Host' }

/** Arguments that the SDK does not check: it trips over them, and the login has no end. */
const logins: readonly { what: string; call: Call; words: string }[] = [
  ...[null, undefined, 5].map((token) => ({
    what: `the token ${token}`,
    call: ['loginRoom', 'room-1', token, host] as const,
    words: 'substring',
  })),
  ...[null, undefined].map((user) => ({
    what: `the user ${user}`,
    call: ['loginRoom', 'room-1', makeToken(), user] as const,
    words: 'userID',
  })),
]

test('logins with nothing for a token or a user', { tag: '@no-code' }, async ({
  eachRow,
  engine,
  faults,
  zego,
}) => {
  await engine.load()
  await eachRow(logins, async ({ what, call, words }) => {
    await engine.create()
    const { at } = await faults.misuse.call(`loginRoom with ${what}`, () => engine.begin(...call))
    await heard(zego, 'pageerror', words, at)
  })
  expect(zego.pending).toHaveLength(logins.length)
})

test('a login after the engine was destroyed', { tag: '@no-code' }, async ({ engine, faults, zego }) => {
  await faults.time.control()
  await engine.open()
  await engine.call('destroyEngine')
  const login = () => engine.begin('loginRoom', 'room-1', makeToken(), host)
  await faults.misuse.call('loginRoom after destroyEngine', login)
  await faults.time.advance('1m')
  expect(zego.timeline.pending).toMatchObject([{ name: 'loginRoom' }])
})

test('the service has lost the client when it sets room information', { tag: '@1102022' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  const loss = await faults.signaling.answer('SetTransReq', reply.code(105), { once: true })
  await engine.begin('setRoomExtraInfo', engine.roomId, 'topic', 'news')
  await expect(zego).toSurface(0, { via: 'event:roomStateChanged', since: loss })
  const reconnected = () =>
    zego.timeline.since(loss.at).some(({ payload }) => JSON.stringify(payload ?? '').includes('RECONNECTED'))
  await expect.poll(reconnected).toBe(true)
  await engine.call('setRoomExtraInfo', engine.roomId, 'topic', 'more news')
  await expect(zego).toSurface(1102022, { via: 'api:setRoomExtraInfo' })
  expect(zego.pending).toMatchObject([{ name: 'setRoomExtraInfo' }])

  // Only leaving the room opens the lock.
  await engine.call('logoutRoom', engine.roomId)
  await engine.logIn()
  const again = await engine.call('setRoomExtraInfo', engine.roomId, 'topic', 'more news')
  expect(again).toMatchObject({ how: 'resolved' })
})

test('the service answers a message with the end of the session', { tag: '@1002099' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  const [, barrage] = sends(engine.roomId)
  await faults.signaling.answer('SendBigImReq', reply.code(141))
  await engine.begin(...barrage)
  await expect(zego).toSurface(1002099, { via: 'event:roomStateChanged' })
  await expect(engine).toReact(1002099)
  expect(zego.pending).toMatchObject([{ name: 'sendBarrageMessage' }])
})

test('the service answers a person’s message with the end of the session', { tag: '@1002099' }, async ({
  app,
  faults,
  zego,
}) => {
  await app.join()
  await faults.signaling.answer('SendBigImReq', reply.code(141))
  await app.say('hello', 'Barrage')
  await expect(zego).toSurface(1002099, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1002099, { also: ['Rejoin'] })
  expect(zego.pending).toMatchObject([{ name: 'sendBarrageMessage' }])
  await expect(app.message('hello', 'failed')).toBeVisible()

  await app.recover(inRoom, undefined, 'Rejoin')
})

test('the log service never answers', { tag: '@no-code' }, async ({ engine, faults, zego }) => {
  await faults.time.control()
  await engine.join()
  const { evidence } = await faults.http.silence('*/log/userupload')
  expect(evidence).toMatchObject({ met: 0 })
  await engine.begin('uploadLog')
  await expect.poll(() => evidence.met).toBe(1)
  await faults.time.advance('2m')
  expect(zego.pending).toMatchObject([{ name: 'uploadLog' }])
  expect(await engine.call('uploadLog')).toMatchObject({ value: { errorCode: 1102025 } })
})
