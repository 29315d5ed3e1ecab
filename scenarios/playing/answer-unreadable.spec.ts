import { playing } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the gateway answers a player with SDP that cannot be read', { tag: '@1104025' }, async ({
  app,
  faults,
  zego,
}) => {
  const unreadable = await faults.media.unreadableAnswer()
  await app.joinLiveRoom()
  await expect(zego).toSurface(1104025, { via: 'event:playerStateUpdate' })
  await expect(zego).toSurface(1104025, { via: 'api:startPlayingStream' })
  await expect(app.playing('guest-stream')).toContainText('the attempt has ended')
  await expect(app).toReact(1104025)

  await unreadable.undo()
  await app.comesBack(playing(), 'Play again', () => app.button('Play again').click())
})
