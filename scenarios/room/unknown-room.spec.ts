import { type Call, sends } from '../room-calls.ts'
import { expect, makeToken, test } from '../test.ts'

const about: readonly ((room: string) => Call)[] = [
  (room) => ['logoutRoom', room],
  (room) => ['switchRoom', room, 'room-2', { token: makeToken() }],
  (room) => ['setRoomExtraInfo', room, 'topic', 'news'],
]

for (const call of about) {
  const [method] = call('')
  test(`${method} for a room that was never entered`, { tag: '@1002002' }, async ({
    engine,
    faults,
    zego,
  }) => {
    await engine.join()
    const { value: unknown } = await faults.input.unknownID(engine.roomId)
    const [, ...args] = call(unknown)
    await engine.call(method, ...args)
    await expect(zego).toSurface(1002002, { via: `api:${method}` })
    await expect(engine).toReact(1002002)
    // Documented for renewToken, too, which takes any room ID and renews the token of the room it knows.
    expect(await engine.call('renewToken', makeToken(), unknown)).toEqual({ how: 'returned', value: true })
  })
}

test('no room at all', { tag: '@1002002' }, async ({ engine, faults, zego }) => {
  await engine.open()
  for (const call of about.slice(1)) {
    const [method, ...args] = call(engine.roomId)
    const early = await faults.misuse.call(`${method} before loginRoom`, () => engine.call(method, ...args))
    await expect(zego).toSurface(1002002, { via: `api:${method}`, since: early })
  }
  await expect(engine).toReact(1002002)

  expect(await engine.call('renewToken', makeToken(), engine.roomId)).toEqual({
    how: 'returned',
    value: false,
  })
  expect(await engine.call('logoutRoom', engine.roomId)).toEqual({ how: 'returned' })
})

test('a room that is gone', { tag: '@1002014' }, async ({ engine, faults, zego }) => {
  await engine.join()
  const kick = await faults.signaling.kick()
  await expect(zego).toSurface(1002055, { via: 'event:roomStateChanged', since: kick })
  await engine.call('setRoomExtraInfo', engine.roomId, 'topic', 'news')
  await expect(zego).toSurface(1002002, { via: 'api:setRoomExtraInfo', since: kick })
  await expect(zego).not.toSurface(1002014, { since: kick })
  await expect(engine).toReact(1002002)
  for (const [method, ...args] of sends(engine.roomId)) {
    await engine.call(method, ...args)
    await expect(zego).toSurface(1000002, { via: `api:${method}`, since: kick })
  }
  await expect(engine).toReact(1000002)
})
