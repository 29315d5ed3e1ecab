import { expect, reply, test } from '../test.ts'

const url = 'rtmp://cdn.example/live/stream-1'

// 1102021 stands among the errors of relaying, and is never given.
test('the service fails to relay a stream, for whatever reason', { tag: ['@1100999', '@1102021'] }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  await engine.publish('stream-1')
  expect(await engine.call('addPublishCdnUrl', 'stream-1', url)).toMatchObject({ how: 'resolved' })
  expect([...(cloud.cdn.targets.get('stream-1') ?? [])]).toEqual([url])
  for (const number of [1, 5003, 5005, 999_999]) {
    const refusal = await faults.signaling.answer(
      'RelayPublishCdnRequest',
      reply.code(number, 'out of order'),
    )
    for (const method of ['addPublishCdnUrl', 'removePublishCdnUrl'] as const) {
      const { value } = await engine.call(method, 'stream-1', url)
      await expect(zego).toSurface(1100999, { via: `api:${method}`, since: refusal })
      expect(value).toMatchObject({ extendedData: expect.stringContaining(`${number} out of order`) })
    }
  }
  const garbled = await faults.signaling.answer('RelayPublishCdnRequest', reply.broken('body'))
  await engine.call('addPublishCdnUrl', 'stream-1', url)
  await expect(zego).toSurface(1100999, { via: 'api:addPublishCdnUrl', since: garbled })
  await expect(zego).not.toSurface(1102021)
  await expect(engine).toReact(1100999)
})
