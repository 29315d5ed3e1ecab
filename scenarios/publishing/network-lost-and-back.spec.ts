import { expect, test } from '../test.ts'

test('the network goes away while live and comes back', { tag: '@1000017' }, async ({
  app,
  faults,
  zego,
}) => {
  await app.goLive()
  await faults.network.offline()
  await faults.network.cut('all')
  await expect(zego).toSurface(1000017, { via: 'event:roomStateChanged', timeout: 20_000 })

  await faults.network.heal()
  await expect(app.connection).toHaveText('Connected', { timeout: 20_000 })
  await expect(app.publishing).toContainText('Live', { timeout: 20_000 })
})
