import { test as base, expect } from '@playwright/test'
import { LiveRoom } from '../../scenarios/live-room.ts'
import { Cloud } from '../../src/cloud/cloud.ts'
import { WireDoor } from '../../src/cloud/doors/wire/door.ts'
import { weriftPeers } from '../../src/cloud/gateway/node/peers.ts'

interface Fixtures {
  cloud: Cloud
  door: WireDoor
  app: LiveRoom
}

/**
 * Plain Playwright. There is a cloud, since the app needs one; nothing injects, observes, records or judges. Each test has
 * the title of the scenario whose steps it takes.
 */
const test = base.extend<Fixtures>({
  cloud: async ({ playwright: _ }, use) => {
    const cloud = new Cloud({ createPeer: weriftPeers })
    await use(cloud)
    await cloud.close()
  },
  door: async ({ cloud, baseURL }, use) => {
    const door = await WireDoor.open({ cloud, origins: baseURL ? [baseURL] : [] })
    await use(door)
    await door.close()
  },
  proxy: ({ door }, use) => use({ server: door.url }),
  ignoreHTTPSErrors: true,
  app: async ({ page, cloud }, use, { testId }) => {
    await use(new LiveRoom(page, cloud, testId))
  },
})

test('warm-up', ({ app }) => app.join())

test('kicked out by the app’s own back end', async ({ app, cloud }) => {
  await app.join()
  cloud.room(app.roomId).kick(app.userId, 'by-server', { message: 'spam' })
  await expect(app.alert).toContainText(/removed from the room.*spam/i)
  await expect(app.button('Rejoin')).toBeHidden()
})

test('the token runs out while in the room', async ({ app, cloud }) => {
  await app.join()
  cloud.room(app.roomId).kick(app.userId, 'token-expired')
  await expect(app.alert).toContainText(/expired/i)

  await app.button(/rejoin|renew/i).click()
  await expect(app.connection).toHaveText('Connected')
  await expect(app.alert).toBeEmpty()
})

test('a message longer than the service takes', async ({ app }) => {
  await app.join()
  await app.say('好'.repeat(3_414))
  await expect(app.alert).toContainText(/too long/i)

  await app.say('short')
  await expect(app.page.getByRole('log')).toContainText('short')
})
