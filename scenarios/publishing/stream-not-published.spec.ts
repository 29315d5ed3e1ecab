import { expect, test } from '../test.ts'

const calls = [
  ['setStreamExtraInfo', 'news'],
  ['addPublishCdnUrl', 'rtmp://cdn.example/live/stream-1'],
  ['removePublishCdnUrl', 'rtmp://cdn.example/live/stream-1'],
] as const

test('a stream that nobody publishes is to be changed', { tag: '@1103055' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  await engine.publish('stream-1')
  for (const [method, argument] of calls) {
    expect(await engine.call(method, 'stream-1', argument)).toMatchObject({ how: 'resolved' })
    const stream = await faults.input.unknownID('stream-1')
    await engine.call(method, stream.value, argument)
    await expect(zego).toSurface(1103055, { via: `api:${method}`, since: stream })
  }
  await expect(engine).toReact(1103055)
})

test('a stream is to be changed after its end', { tag: '@1103055' }, async ({ engine, faults, zego }) => {
  await engine.join()
  await engine.publish('stream-1')
  await engine.call('stopPublishingStream', 'stream-1')
  for (const [method, argument] of calls) {
    const late = await faults.misuse.call(`${method} after stopPublishingStream`, () =>
      engine.call(method, 'stream-1', argument),
    )
    await expect(zego).toSurface(1103055, { via: `api:${method}`, since: late })
  }
})
