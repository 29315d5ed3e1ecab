import { playing } from '../reacting/ends.ts'
import { expect, reply, test } from '../test.ts'

test('the gateway refuses every play session for five minutes', { tag: '@1104031' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  const refused = await faults.media.answer('CreateSessionWithSdpReq', reply.code(2015))
  await app.joinLiveRoom()
  await expect(zego).toSurface(1104021, { via: 'event:playerStateUpdate' })
  await expect(app).toReact(1104021, { retrying: true })
  await faults.time.jump('301s')
  await expect(zego).toSurface(1104031, { via: 'event:playerStateUpdate' })
  await expect(zego).toSurface(1104031, { via: 'api:startPlayingStream' })
  await expect(app.playing('guest-stream')).toContainText('the attempt has ended')
  await expect(app).toReact(1104031)

  await refused.undo()
  await app.recover(playing())
})
