import { expect, room, test } from './test.ts'

test.use({ launchOptions: { args: ['--js-flags=--expose-gc'] } })

test('launch options of the customer’s hold beside ours', { tag: '@no-code' }, async ({
  page,
  faults,
  zego,
}) => {
  await page.goto('/room.html?room=room-1')
  expect(await page.evaluate(() => 'gc' in window)).toBe(true)
  await room(page).button('Join').click()
  await expect(room(page).status).toHaveText('LOGINED 0')
  await room(page).button('Go live').click()
  await expect(room(page).status).toHaveText('PUBLISHING')
  await faults.device.unplug('camera')
  await expect(zego).toSurface(1006006, { via: 'event:deviceError' })
})
