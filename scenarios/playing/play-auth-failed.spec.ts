import { playing } from '../reacting/ends.ts'
import { expect, reply, test } from '../test.ts'

test('the gateway does not accept the playing token', { tag: '@1104046' }, async ({ app, faults, zego }) => {
  const refusal = await faults.media.answer('CreateSessionWithSdpReq', reply.code(2013))
  await app.joinLiveRoom()
  await expect(zego).toSurface(1104046, { via: 'event:playerStateUpdate' })
  await expect(zego).toSurface(1104046, { via: 'api:startPlayingStream' })
  await expect(app).toReact(1104046)

  await refusal.undo()
  await app.comesBack(playing(), 'Play again', () => app.button('Play again').click())
})
