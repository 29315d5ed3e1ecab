import { expect, test } from '../test.ts'

const url = 'rtmp://cdn.example/live/stream-1'

test('an address that no stream can be relayed to', { tag: '@1003040' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  await engine.publish('stream-1')
  for (const method of ['addPublishCdnUrl', 'removePublishCdnUrl'] as const) {
    expect(await engine.call(method, 'stream-1', url)).toMatchObject({ how: 'resolved' })
    const wrong = await faults.input.argument('cdn.example', { insteadOf: url })
    await engine.call(method, 'stream-1', wrong.value)
    await expect(zego).toSurface(1003040, { via: `api:${method}`, since: wrong })
  }
  await expect(engine).toReact(1003040)
  expect([...(cloud.cdn.targets.get('stream-1') ?? [])]).toEqual([])
})

// Both methods say by themselves what is to be done, so the nearest an app can come is to hand in the whole request.
test('a kind of relaying that there is not', { tag: '@1103052' }, async ({ engine, faults, zego }) => {
  await engine.join()
  await engine.publish('stream-1')
  const request = { type: 'stoppush', streamID: 'stream-1', pushUrl: url }
  for (const method of ['addPublishCdnUrl', 'removePublishCdnUrl'] as const) {
    const wrong = await faults.input.argument(request, { insteadOf: url })
    await engine.call(method, 'stream-1', wrong.value)
    await expect(zego).toSurface(1100001, { via: `api:${method}`, since: wrong })
  }
  await expect(zego).not.toSurface(1103052)
  await expect(engine).toReact(1100001)
  expect(await engine.page.evaluate(() => 'publishTarget' in window.engine)).toBe(false)
})
