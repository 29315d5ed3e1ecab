import { test as base, mergeTests, type Page } from '@playwright/test'
import { expect, test as harness, room } from './test.ts'

/** What a customer has already: a fixture that opens the app and joins, one that is automatic, and a route. */
const customers = base.extend<{ classRoom: ReturnType<typeof room>; opened: Page }>({
  opened: [
    async ({ page, baseURL }, use) => {
      await page.route('**/token', (route) => route.continue())
      await page.goto(`${baseURL}/room.html?room=room-1`)
      await use(page)
    },
    { auto: true },
  ],
  classRoom: async ({ opened }, use) => {
    await room(opened).button('Join').click()
    await expect(room(opened).status).toHaveText('LOGINED 0')
    await use(room(opened))
  },
})

for (const [order, test] of [
  ['before', mergeTests(customers, harness)],
  ['after', mergeTests(harness, customers)],
] as const) {
  test(`the customer’s fixtures, merged ${order} ours, work as before`, { tag: '@no-code' }, async ({
    classRoom,
    faults,
    zego,
  }) => {
    await faults.signaling.kick('by-server')
    await expect(zego).toSurface(1002055, { via: 'event:roomStateChanged' })
    await expect(classRoom.status).toContainText('KICKOUT')
  })
}

harness.describe('options of the customer’s', { tag: '@no-code' }, () => {
  harness.use({
    permissions: [],
    viewport: { width: 390, height: 844 },
    storageState: async ({ site }, use) =>
      use({
        cookies: [],
        origins: [{ origin: site.origin, localStorage: [{ name: 'signed-in', value: 'yes' }] }],
      }),
  })

  harness('hold', async ({ page }) => {
    await page.goto('/room.html?room=room-1')
    expect(await page.evaluate(() => localStorage.getItem('signed-in'))).toBe('yes')
    expect(page.viewportSize()).toEqual({ width: 390, height: 844 })
    const state = () => navigator.permissions.query({ name: 'camera' }).then(({ state }) => state)
    expect(await page.evaluate(state)).toBe('denied')
  })
})

harness(
  'a second user in a context of the test’s own is in the same cloud, and observed',
  {
    tag: '@no-code',
  },
  async ({ page, browser, baseURL, cloud, zego }) => {
    await page.goto('/room.html?room=room-1')
    await room(page).button('Join').click()
    await expect(room(page).status).toHaveText('LOGINED 0')
    const other = await browser.newContext({ baseURL })
    const otherPage = await other.newPage()
    await otherPage.goto('/room.html?room=room-2')
    await room(otherPage, 'room-2').button('Join').click()
    await expect(room(otherPage, 'room-2').status).toHaveText('LOGINED 0')
    expect(cloud.clients.map(({ userId }) => userId)).toEqual(['user-of-room-1', 'user-of-room-2'])
    expect(zego.engines).toHaveLength(2)
    await other.close()
  },
)
