import { playing } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('low-latency live streaming is not enabled for the app', { tag: '@1104038' }, async ({
  app,
  faults,
  zego,
}) => {
  app.settings = { lowLatency: true }
  const without = await faults.signaling.configure({ l3: false })
  await app.joinLiveRoom()
  await expect(zego).toSurface(1104038, { via: 'api:startPlayingStream' })
  await expect(zego).toSurface(1104038, { via: 'event:playerStateUpdate' })
  await expect(app).toReact(1104038)

  await without.undo()
  await app.comesBack(playing(), 'Leave, then Join', async () => {
    await app.button('Leave').click()
    await app.button('Join').click()
  })
})
