import { inRoom } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('signaling is cut and comes back', { tag: '@1000017' }, async ({ app, cloud, faults, zego }) => {
  await faults.time.control()
  await app.join()
  await faults.network.cut('signaling')
  await faults.time.advance('9s')
  await expect(zego).toSurface(1000017, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1000017, { retrying: true })

  await app.comesBack(inRoom, 'network.heal', async () => {
    await faults.network.heal()
    await faults.time.advance('5s')
  })
  cloud.room(app.roomId).join('guest').say('welcome back')
  await expect(app.page.getByRole('log')).toContainText('welcome back')
})
