import { test as base, expect, room } from './test.ts'

/** An app inside another page of the same origin, or of another one. */
const places = ['site', 'otherSite'] as const

const test = base.extend<{ app: ReturnType<typeof room>; place: (typeof places)[number] }>({
  place: ['site', { option: true }],
  allowedOrigins: ({ otherSite }, use) => use([otherSite.origin]),
  app: async ({ page, place, site, otherSite }, use) => {
    const { origin } = { site, otherSite }[place]
    await page.goto(`/frame.html?src=${origin}/room.html?room=room-1`)
    const app = room(page.frameLocator('iframe'))
    await app.button('Join').click()
    await expect(app.status).toHaveText('LOGINED 0')
    await app.button('Go live').click()
    await expect(app.status).toHaveText('PUBLISHING')
    await use(app)
  },
})

for (const place of places) {
  const whose = place === 'site' ? 'the same origin' : 'another origin'

  test.describe(`an app in an iframe of ${whose}`, { tag: '@no-code' }, () => {
    test.use({ place })

    test('is kicked out', async ({ app, faults, zego }) => {
      await faults.signaling.kick('by-server')
      await expect(zego).toSurface(1002055, { via: 'event:roomStateChanged' })
      await expect(app.status).toContainText('KICKOUT')
    })

    test('loses its camera', async ({ app, faults, zego }) => {
      const { evidence } = await faults.device.unplug('camera')
      expect(evidence).toHaveProperty('ended.length', 1)
      await expect(zego).toSurface(1006006, { via: 'event:deviceError' })
      await expect(app.alert).toContainText('1006006')
    })

    test('loses its microphone', async ({ app, faults, zego }) => {
      const { evidence } = await faults.device.unplug('microphone')
      expect(evidence).toHaveProperty('ended.length', 1)
      await expect(zego).toSurface(1006006, { via: 'event:deviceError' })
      await expect(app.alert).toContainText('1006006')
    })

    test('loses the permission', async ({ app, faults, zego }) => {
      await faults.permission.revoke('camera')
      await expect(zego).toSurface(1106010, { via: 'event:deviceError' })
      await expect(app.alert).toContainText('1106010')
    })

    test('loses signaling, and gets it back', async ({ app, faults, zego }) => {
      await faults.network.cut('signaling')
      await expect(zego).toSurface(1000017, { via: 'event:roomStateChanged' })
      await faults.network.heal()
      await expect(app.status).toHaveText('RECONNECTED 0')
    })
  })
}
