import { playing } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('a stream is asked for by a transcoding template that the project does not have', {
  tag: '@1004099',
}, async ({ app, faults, zego }) => {
  const without = await faults.signaling.configure({ codecTemplates: [] })
  app.settings = { codecTemplateID: 105 }
  await app.joinLiveRoom()
  await expect(zego).toSurface(1004099, { via: 'event:playerStateUpdate' })
  await expect(zego).toSurface(1004099, { via: 'api:startPlayingStream' })
  await expect(app.playing('guest-stream')).toContainText('the attempt has ended')
  await expect(app).toReact(1004099)

  await app.comesBack(playing(), 'Play again', async () => {
    await without.undo()
    await app.button('Play again').click()
  })
})
