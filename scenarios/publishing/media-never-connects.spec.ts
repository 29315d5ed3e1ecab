import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('no packet gets through to the media server', { tag: '@1103003' }, async ({ app, faults, zego }) => {
  await faults.time.control()
  await app.join()
  // That packets are lost shows only once the browser sends some.
  await Promise.all([faults.network.cut('media', { connecting: true }), app.button('Go live').click()])
  await faults.time.advanceUntil('40s', () => zego.surfaced(1103030) !== undefined)
  await expect(zego).toSurface(1103030, { via: 'event:publisherStateUpdate' })
  await expect(zego).not.toSurface(1103003)
  await expect(app).toReact(1103030, { retrying: true })

  await app.comesBack(live, 'network.heal', async () => {
    await faults.network.heal()
    await faults.time.advanceUntil('1m', () => app.isLive())
  })
})
