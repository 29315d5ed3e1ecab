import { expect, makeToken, test } from '../test.ts'

test('a second login before the first has ended', { tag: '@1102012' }, async ({ engine, faults, zego }) => {
  await faults.signaling.silence('LoginRoomReq')
  await engine.load()
  for (const [multiRoom, code] of [
    [false, 1002001],
    [true, 1002056],
  ] as const) {
    await engine.create()
    await engine.call('enableMultiRoom', multiRoom)
    await engine.begin('loginRoom', 'room-1', makeToken(), { userID: 'host' })
    const again = () => engine.call('loginRoom', 'room-1', makeToken(), { userID: 'host' })
    const hasty = await faults.misuse.call('loginRoom while the first is under way', again)
    await expect(zego).toSurface(code, { via: 'api:loginRoom', since: hasty })
    // Nothing to wait for: the first login never ends.
    await expect(zego).not.toSurface(1102012, { since: hasty, timeout: 0 })
    await expect(engine).toReact(code)
    expect(zego.pending.at(-1)).toMatchObject({ name: 'loginRoom' })
  }
})
