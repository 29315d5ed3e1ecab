import { expect, test } from '../test.ts'
import { joinBeside, PickedPanel, watching } from './picked-panel.ts'

test('a stream that plays already is played again', { tag: ['@1103049', '@1104032', '@1104039'] }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  const picked = await joinBeside(app, 's1')
  await picked.watch('s1')
  await expect(picked.status).toHaveText('Watching')
  await faults.misuse.call('a second play', () => picked.press('Watch it'))
  await expect(zego).toSurface(1103049, { via: 'api:startPlayingStream' })
  await expect(zego).not.toSurface(1104032)
  await expect(zego).not.toSurface(1104039, { timeout: 0 })
  await expect(app).toReact(1103049)

  const video = app.page.getByLabel('Video picked by ID')
  await expect(video).toBeVisible()
  await picked.press('Stop watching')
  await expect(video).toBeHidden()
  await app.comesBack(watching('s1'), 'Watch it', () => picked.press('Watch it'))

  // Who picks another one no longer watches the first.
  await cloud.room('elsewhere').join('another').publish('s2')
  await picked.watch('s2')
  await expect
    .poll(() => cloud.gateway.find({ role: 'player' }).map(({ stream }) => stream.id))
    .toEqual(['s2'])
})

test('a stream that plays among the people of the room is picked by its ID', { tag: '@1103049' }, async ({
  app,
  faults,
  zego,
}) => {
  await app.watch()
  const picked = new PickedPanel(app)
  await faults.misuse.call('playing a stream of this room once more', () => picked.watch('guest-stream'))
  await expect(zego).toSurface(1103049, { via: 'api:startPlayingStream' })
  await expect(app).toReact(1103049)
  await expect(picked.status).toHaveText('Not watching')

  // It is not this panel's to stop.
  await picked.press('Stop watching')
  await app.sees('guest')
  await expect(app.playing('guest-stream')).toHaveText('Playing')
  await expect(app.alert).toBeEmpty()
})
