import { playing } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'
import { PickedPanel } from './picked-panel.ts'

test('a stream is played with streamParams that are put together wrongly', { tag: '@1104046' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.signaling.configure({ streamParams: 'token=issued' })
  app.settings = { streamParams: 'token=token=issued' }
  await app.joinLiveRoom()
  await expect(zego).toSurface(1104046, { via: 'event:playerStateUpdate' })
  await expect(zego).toSurface(1104046, { via: 'api:startPlayingStream' })
  await expect(app).toReact(1104046)

  await app.comesBack(playing(), 'the right streamParams', async () => {
    app.settings = { streamParams: 'token=issued' }
    await app.open()
    await app.join()
  })

  // Nor is a stream of another room given to whoever has not got them.
  await app.cloud.room('elsewhere').join('another').publish('s1')
  const picked = new PickedPanel(app)
  await picked.watch('s1')
  await expect(picked.status).toHaveText('Watching')
})
