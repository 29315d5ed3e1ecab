import { inRoom } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('kicked out while live', { tag: '@1002050' }, async ({ app, cloud, faults, zego }) => {
  await app.goLive()
  await faults.signaling.loginElsewhere()
  await expect(zego).toSurface(1002050, { via: 'event:publisherStateUpdate' })
  await expect(zego).toSurface(1002050, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1002050)
  await expect(app.publishing).toContainText('Not live')
  await expect.poll(() => cloud.gateway.find({ role: 'publisher' }).length).toBe(0)
  await app.recover(inRoom)
})
