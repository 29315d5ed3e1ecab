import { linkLost } from '../link-lost.ts'
import { inRoom } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the media signaling of a player is lost, and its media is not', { tag: '@1104029' }, async ({
  app,
  faults,
  zego,
}) => {
  await app.watch()
  await faults.network.cut('signaling')
  await expect(zego).toSurface(...linkLost)
  await expect(zego).toSurface(1000017, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1000017, { retrying: true })
  const before = await app.pictures('guest')
  await expect.poll(() => app.pictures('guest')).toBeGreaterThan(before + 10)
  await expect(zego).not.toSurface(1104029)
  await expect(app.playing('guest-stream')).toHaveText('Playing')

  await app.comesBack(inRoom, 'network.heal', () => faults.network.heal())
  await expect(app.playing('guest-stream')).toHaveText('Playing')
})
