import { expect, reply, test } from '../test.ts'

test('the gateway does not accept the playing token', { tag: '@1104046' }, async ({ app, faults, zego }) => {
  await faults.media.answer('CreateSessionWithSdpReq', reply.code(2013))
  await app.joinLiveRoom()
  await expect(zego).toSurface(1104046, { via: 'event:playerStateUpdate' })
  await expect(zego).toSurface(1104046, { via: 'api:startPlayingStream' })
  await expect(app).toReact(1104046)
})
