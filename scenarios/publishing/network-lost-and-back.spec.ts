import { inRoom } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the network goes away while live and comes back', { tag: '@1000017' }, async ({
  app,
  faults,
  zego,
}) => {
  await app.goLive()
  await faults.network.cut('all')
  await expect(zego).toSurface(1000017, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1000017, { retrying: true })

  await app.comesBack(inRoom, 'network.heal', () => faults.network.heal())
  await expect(app.publishing).toContainText('Live')
})
