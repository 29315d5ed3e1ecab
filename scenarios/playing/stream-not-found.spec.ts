import { expect, reply, test } from '../test.ts'

test('the stream was announced, but nobody publishes it', { tag: '@1104039' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.media.answer('CreateSessionWithSdpReq', reply.code(1004), { once: true })
  await app.joinLiveRoom()
  await expect(zego).toSurface(1104039, { via: 'event:playerStateUpdate' })
  await expect(app.playing('guest-stream')).toHaveText('Playing')
})
