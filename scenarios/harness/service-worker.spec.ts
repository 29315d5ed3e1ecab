import { HttpResponse, http } from 'msw'
import { makeToken } from '../../fixtures/index.ts'
import { expect, room, test } from './test.ts'

test.describe('an app behind a service worker', { tag: '@no-code' }, () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/worker.html')
    await expect(page).toHaveTitle('Installed')
  })

  test('is observed, answered by handlers, and kicked out', async ({ page, cloud, faults, zego }) => {
    const api = 'https://api.shop.example/token'
    cloud.use(http.get(api, () => HttpResponse.json({ token: makeToken() })))
    await page.goto(`/room.html?room=room-1&api=${api}`)
    await room(page).button('Join').click()
    await expect(room(page).status).toHaveText('LOGINED 0')
    await faults.signaling.kick('by-server')
    await expect(zego).toSurface(1002055, { via: 'event:roomStateChanged' })
  })

  test.describe('that asks strangers', () => {
    test.use({ onUnhandledRequest: 'warn' })

    test('is refused', async ({ page, door }) => {
      await page.goto('/room.html?room=room-1&api=https://statistics.example/token')
      await room(page).button('Join').click()
      await expect.poll(() => door.leaks.map(({ url }) => url)).toEqual(['https://statistics.example/token'])
    })
  })
})
