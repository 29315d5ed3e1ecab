import { test as base, expect, room } from './test.ts'

/** An app that opens its room in a window of its own. */
const test = base.extend<{ app: ReturnType<typeof room> }>({
  app: async ({ page }, use) => {
    await page.goto('/room.html')
    const opened = page.waitForEvent('popup')
    await page.evaluate(() => void window.open('/room.html?room=room-1'))
    const app = room(await opened)
    await app.button('Join').click()
    await expect(app.status).toHaveText('LOGINED 0')
    await app.button('Go live').click()
    await expect(app.status).toHaveText('PUBLISHING')
    await use(app)
  },
})

test.describe('an app in a window that the page opened', { tag: '@no-code' }, () => {
  test('is kicked out', async ({ app, faults, zego }) => {
    await faults.signaling.kick('by-server')
    await expect(zego).toSurface(1002055, { via: 'event:roomStateChanged' })
    await expect(app.status).toContainText('KICKOUT')
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
})
