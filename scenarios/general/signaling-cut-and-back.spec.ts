import { expect, test } from '../test.ts'

test('signaling is cut and comes back', { tag: '@1000017' }, async ({ app, cloud, faults, zego }) => {
  await faults.time.control()
  await app.join()
  await faults.network.cut('signaling')
  await faults.time.advance('9s')
  await expect(zego).toSurface(1000017, { via: 'event:roomStateChanged' })
  await expect(app.connection).toHaveText(/connection was lost|reconnecting/i)

  await faults.network.heal()
  await faults.time.advance('5s')
  await expect(app.connection).toHaveText('Connected')
  cloud.room(app.roomId).join('guest').say('welcome back')
  await expect(app.page.getByRole('log')).toContainText('welcome back')
})
