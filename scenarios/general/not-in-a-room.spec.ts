import { type Call, sends } from '../room-calls.ts'
import { expect, reply, test } from '../test.ts'

const calls = (roomId: string): readonly Call[] => [
  ['startPublishingStream', 'stream-1', null],
  ['startPlayingStream', 'stream-1'],
  ['setStreamExtraInfo', 'stream-1', 'hello'],
  ...sends(roomId),
]

test('streams and messages before any login', { tag: '@1000002' }, async ({ engine, faults, zego }) => {
  await engine.open()
  for (const [method, ...args] of calls(engine.roomId)) {
    const early = await faults.misuse.call(`${method} before loginRoom`, () => engine.call(method, ...args))
    await expect(zego).toSurface(1000002, { via: `api:${method}`, since: early })
  }
  await expect(engine).toReact(1000002)
  await expect(engine.alert.getByRole('button', { name: 'Rejoin' })).toBeVisible()
})

test('streams and messages after a kick-out', { tag: '@1000002' }, async ({ engine, faults, zego }) => {
  await engine.join()
  await faults.signaling.kick()
  await expect(zego).toSurface(1002055, { via: 'event:roomStateChanged' })
  for (const [method, ...args] of calls(engine.roomId)) {
    await engine.call(method, ...args)
    await expect(zego).toSurface(1000002, { via: `api:${method}` })
  }
  await expect(engine).toReact(1000002)
})

test('streams and messages once reconnecting was given up', { tag: '@1000002' }, async ({
  engine,
  faults,
  zego,
}) => {
  await faults.time.control()
  await engine.join()
  await faults.signaling.answer('HbReq', reply.code(7777))
  await faults.time.advance('31s')
  await expect(zego).toSurface(1002099, { via: 'event:roomStateChanged' })
  for (const [method, ...args] of calls(engine.roomId)) {
    await engine.call(method, ...args)
    await expect(zego).toSurface(1000002, { via: `api:${method}` })
  }
  await expect(engine).toReact(1000002)
})
