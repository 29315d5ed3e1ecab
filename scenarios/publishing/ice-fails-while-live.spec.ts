import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('media stops getting through while live', { tag: '@1103028' }, async ({ app, faults, zego }) => {
  await faults.time.control()
  await app.goLive()
  await faults.network.cut('media')
  await faults.time.advanceUntil('3m', () => zego.surfaced(1103028) !== undefined)
  await expect(zego).toSurface(1103028, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1103028, { retrying: true })

  await app.comesBack(live, 'network.heal', async () => {
    await faults.network.heal()
    await faults.time.advanceUntil('1m', () => app.isLive())
  })
})
