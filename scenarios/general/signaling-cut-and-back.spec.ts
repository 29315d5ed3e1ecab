import { expect, test } from '../test.ts'

test('signalling is cut and comes back', { tag: '@1000017' }, async ({ app, cloud, faults, zego }) => {
  await app.join()
  await faults.network.cut('signaling')
  await expect(zego).toSurface(1000017, { via: 'event:roomStateChanged', timeout: 15_000 })
  await expect(app.connection).toHaveText(/connection was lost|reconnecting/i)

  await faults.network.heal()
  await expect(app.connection).toHaveText('Connected', { timeout: 15_000 })
  cloud.room(app.roomId).join('guest').say('welcome back')
  await expect(app.page.getByRole('log')).toContainText('welcome back')
})
