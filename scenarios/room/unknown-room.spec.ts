import { sends } from '../room-calls.ts'
import { expect, makeToken, test } from '../test.ts'
import { alsoIn, joinMultiRoom } from './side-room-panel.ts'

/** Calls about a room, and what they are given. */
const calls = [
  { what: 'switchRoom', withRoom: (room: string) => [room, 'room-2', { token: makeToken() }] },
  { what: 'setRoomExtraInfo', withRoom: (room: string) => [room, 'topic', 'news'] },
] as const

/** What a person asks for about another room, and the call that it makes. */
const asked = [
  ['logoutRoom', 'Step out'],
  ['switchRoom', 'Move'],
  ['setRoomExtraInfo', 'Set topic there'],
] as const

for (const [method, button] of asked) {
  test(`${method} for a room that was never entered`, { tag: '@1002002' }, async ({ app, faults, zego }) => {
    const side = await joinMultiRoom(app)
    await side.join('room-1')
    await expect(side.status).toHaveText('Also in room-1')
    await side.field('Move on to').fill('room-2')
    const { value: unknown } = await faults.input.unknownID('room-1')
    await side.field('ID of the other room').fill(unknown)
    await side.press(button)
    await expect(zego).toSurface(1002002, { via: `api:${method}` })
    await expect(app).toReact(1002002)
    await app.recover(alsoIn(unknown))
  })
}

test('no room at all', { tag: '@1002002' }, async ({ eachRow, engine, faults, zego }) => {
  await engine.open()
  await eachRow(calls, async ({ what: method, withRoom }) => {
    const call = () => engine.call(method, ...withRoom(engine.roomId))
    const early = await faults.misuse.call(`${method} before loginRoom`, call)
    await expect(zego).toSurface(1002002, { via: `api:${method}`, since: early })
  })
  await expect(engine).toReact(1002002)

  expect(await engine.call('renewToken', makeToken(), engine.roomId)).toEqual({
    how: 'returned',
    value: false,
  })
  expect(await engine.call('logoutRoom', engine.roomId)).toEqual({ how: 'returned' })
})

test('a room that is gone', { tag: '@1002014' }, async ({ engine, faults, zego }) => {
  await engine.join()
  // Documented for renewToken, too, which takes any room ID and renews the token of the room it knows.
  expect(await engine.call('renewToken', makeToken(), 'nobody')).toEqual({ how: 'returned', value: true })
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
