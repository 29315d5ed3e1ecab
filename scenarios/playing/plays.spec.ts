import { expect, test } from '../test.ts'

test('pictures of a remote stream are decoded', { tag: '@no-code' }, async ({ app, cloud }) => {
  await app.watch()
  const frames = () =>
    app.video('guest').evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames)
  await expect.poll(frames).toBeGreaterThan(10)
  const [session] = cloud.gateway.find({ role: 'player' })
  expect(session?.peer.stats().bytesOut).toBeGreaterThan(10_000)
})
