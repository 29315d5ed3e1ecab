import { playing } from '../reacting/ends.ts'
import { expect, reply, test } from '../test.ts'

test('the gateway cannot transcode the stream as asked', { tag: '@1004099' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.media.answer('CreateSessionWithSdpReq', reply.code(1006), { once: true })
  await app.joinLiveRoom()
  await expect(zego).toSurface(1004099, { via: 'event:playerStateUpdate' })
  await expect(zego).toSurface(1004099, { via: 'api:startPlayingStream' })
  await expect(app.playing('guest-stream')).toContainText('the attempt has ended')
  await expect(app).toReact(1004099)

  await app.comesBack(playing(), 'Play again', () => app.button('Play again').click())
})
