import { expect, test } from '../test.ts'

test('pictures of a remote stream are decoded', { tag: '@no-code' }, async ({ app, cloud }) => {
  await app.watch()
  await expect.poll(() => app.pictures('guest')).toBeGreaterThan(10)
  const [session] = cloud.gateway.find({ role: 'player' })
  expect(session?.peer.stats().bytesOut).toBeGreaterThan(10_000)
})
