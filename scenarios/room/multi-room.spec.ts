import { expect, makeToken, test } from '../test.ts'

const host = { userID: 'host', userName: 'Host' }
const other = { userID: 'somebody-else', userName: 'Host' }

test('a second room without leaving the first', { tag: '@1002001' }, async ({ engine, faults, zego }) => {
  await engine.join()
  for (const room of ['room-2', engine.roomId]) {
    const act = () => engine.call('loginRoom', room, makeToken(), host)
    const second = await faults.misuse.call(`a login to ${room} while in another`, act)
    await expect(zego).toSurface(1002001, { via: 'api:loginRoom', since: second })
  }
  expect(zego.surfaced(1002001, 'event')).toBeUndefined()
  await expect(engine).toReact(1002001)
  expect(await engine.call('sendBroadcastMessage', engine.roomId, 'still here')).toMatchObject({
    how: 'resolved',
  })
})

test('a third room in multi-room mode', { tag: ['@1002037', '@1002001'] }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  await engine.call('enableMultiRoom', true)
  for (const room of ['room-1', 'room-2'])
    expect(await engine.call('loginRoom', room, makeToken(), host)).toMatchObject({ how: 'resolved' })
  await faults.misuse.call('a third room', () => engine.call('loginRoom', 'room-3', makeToken(), host))
  await expect(zego).toSurface(1002037, { via: 'api:loginRoom' })
  await expect(zego).not.toSurface(1002001)
  await expect(zego).toSurface(1002037, { via: 'event:roomStateChanged' })
  await expect(engine).toReact(1002037)
})

test('a second room where the project may have one', { tag: '@1002036' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  await engine.call('enableMultiRoom', true)
  await engine.call('loginRoom', 'room-1', makeToken(), host)
  await faults.signaling.configure({ multiRoom: false })
  await engine.call('loginRoom', 'room-2', makeToken(), host)
  await expect(zego).toSurface(1002036, { via: 'api:loginRoom' })
  await expect(zego).toSurface(1002036, { via: 'event:roomStateChanged' })
  await expect(engine).toReact(1002036)
})

test('a second room as another user', { tag: '@1002018' }, async ({ engine, faults, zego }) => {
  await engine.open()
  await engine.call('enableMultiRoom', true)
  await engine.call('loginRoom', 'room-1', makeToken(), host)
  const { value: user } = await faults.input.argument(other, { insteadOf: host })
  await engine.call('loginRoom', 'room-2', makeToken(), user)
  await expect(zego).toSurface(1002018, { via: 'api:loginRoom' })
  await expect(engine).toReact(1002018)

  // Only the ID counts, though the documentation speaks of the name, too.
  const renamed = { userID: 'host', userName: 'Another Name' }
  expect(await engine.call('loginRoom', 'room-2', makeToken(), renamed)).toMatchObject({ how: 'resolved' })
})

test('the same room twice', { tag: ['@1002056', '@1002064'] }, async ({ engine, faults, zego }) => {
  await engine.open()
  await engine.call('enableMultiRoom', true)
  await engine.call('loginRoom', 'room-1', makeToken(), host)
  const again = () => engine.call('loginRoom', 'room-1', makeToken(), host)
  await faults.misuse.call('loginRoom again', again)
  await expect(zego).toSurface(1002056, { via: 'api:loginRoom' })
  await expect(zego).not.toSurface(1002064)
  await expect(engine).toReact(1002056)

  const move = () => engine.call('switchRoom', 'room-1', 'room-1', { token: makeToken() })
  await faults.misuse.call('switchRoom to the room we are in', move)
  await expect(zego).toSurface(1002064, { via: 'api:switchRoom' })
  await expect(engine).toReact(1002064)
})

test('the same room twice, as the Flutter SDK logs in', { tag: '@1002064' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.open()
  await engine.call('setEngineConfig', { isFlutter: true })
  await engine.call('enableMultiRoom', true)
  await engine.call('loginRoom', 'room-1', makeToken(), host)
  const again = () => engine.call('loginRoom', 'room-1', makeToken(), host)
  await faults.misuse.call('loginRoom again', again)
  await expect(zego).toSurface(1002064, { via: 'api:loginRoom' })
  await expect(zego).toSurface(1002064, { via: 'event:roomStateChanged' })
})
