import { playing } from '../reacting/ends.ts'
import { expect, reply, test } from '../test.ts'

test('the gateway refuses a play session, and then grants it', { tag: '@1104021' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.media.answer('CreateSessionWithSdpReq', reply.code(2015), { once: true })
  await app.joinLiveRoom()
  await expect(zego).toSurface(1104021, { via: 'event:playerStateUpdate' })
  await expect(app).toReact(1104021, { retrying: true })
  await app.comesBack(playing())
})

test('the media server refuses the client for good', { tag: '@1104021' }, async ({ app, faults, zego }) => {
  await faults.media.answer('LoginReq', reply.code(20010))
  await app.joinLiveRoom()
  await expect(zego).toSurface(1104021, { via: 'event:playerStateUpdate' })
  await expect(zego).toSurface(1104021, { via: 'api:startPlayingStream' })
  await expect(app.playing('guest-stream')).toContainText('the attempt has ended')
  await expect(app).toReact(1104021)
})
