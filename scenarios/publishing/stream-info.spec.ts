import { expect, test } from '../test.ts'

test('no information on a stream', { tag: '@1003050' }, async ({ engine, faults, zego }) => {
  await engine.join()
  await engine.publish('stream-1')
  const setTo = (info: unknown) => engine.call('setStreamExtraInfo', 'stream-1', info)
  expect(await setTo(' ')).toMatchObject({ how: 'resolved' })
  const empty = await faults.input.argument('', { insteadOf: '{}' })
  await setTo(empty.value)
  await expect(zego).toSurface(1003050, { via: 'api:setStreamExtraInfo', since: empty })
  await expect(engine).toReact(1003050)

  // The documented one, and whatever else is no text, has another code.
  for (const value of [null, undefined, 5, {}]) {
    const none = await faults.input.argument(value, { insteadOf: '{}' })
    await setTo(none.value)
    await expect(zego).toSurface(1100001, { via: 'api:setStreamExtraInfo', since: none })
    // Nothing to wait for: the call has ended.
    await expect(zego).not.toSurface(1003050, { since: none, timeout: 0 })
  }
})

test('too much information on a stream', { tag: '@1003051' }, async ({ cloud, engine, faults, zego }) => {
  await engine.join()
  await engine.publish('stream-1')
  const setTo = (info: unknown) => engine.call('setStreamExtraInfo', 'stream-1', info)
  for (const legal of ['i'.repeat(1024), '中'.repeat(1024), '😀'.repeat(512)]) {
    expect(await setTo(legal)).toMatchObject({ how: 'resolved' })
    expect(cloud.room(engine.roomId).streams.get('stream-1')?.extraInfo).toBe(legal)
  }
  for (const value of ['i'.repeat(1025), '中'.repeat(1025), '😀'.repeat(513)]) {
    const long = await faults.input.argument(value, { insteadOf: 'i' })
    await setTo(long.value)
    await expect(zego).toSurface(1003051, { via: 'api:setStreamExtraInfo', since: long })
  }
  await expect(engine).toReact(1003051)
})
