import { expect, room, test } from './test.ts'

test('a wait ends before its test does, and tells the story', { tag: '@no-code' }, async ({
  page,
  faults,
  zego,
}) => {
  await page.goto('/room.html?room=room-1')
  await room(page).button('Join').click()
  await expect(room(page).status).toHaveText('LOGINED 0')
  await faults.network.cut('signaling')
  const { timeout } = test.info()
  test.setTimeout(Date.now() - zego.begun + 4_000)
  const story = await expect(zego)
    .toSurface(1002031, { timeout: 10 * timeout })
    .catch((error: Error) => {
      test.setTimeout(2 * timeout)
      return error.message
    })
  expect(story).toMatch(/1002031 did not surface within \d+ ms, when the test was over\. It takes 300 s/)
  expect(story).toContain("faults.time.jump('301s')")
  expect(story).toContain('network.cut')
})

test('what was to stay away is not believed to when the test ends first', { tag: '@no-code' }, async ({
  page,
  zego,
}) => {
  await page.goto('/room.html?room=room-1')
  await room(page).button('Join').click()
  await expect(room(page).status).toHaveText('LOGINED 0')
  const { timeout } = test.info()
  test.setTimeout(Date.now() - zego.begun + 4_000)
  const story = await expect(zego)
    .not.toSurface(1002055, { timeout: 10 * timeout })
    .catch((error: Error) => {
      test.setTimeout(2 * timeout)
      return error.message
    })
  expect(story).toContain('The test had no time left')
})

test('what the cloud was to receive is told before the test ends', { tag: '@no-code' }, async ({
  page,
  cloud,
  zego,
}) => {
  await page.goto('/room.html?room=room-1')
  await room(page).button('Join').click()
  await cloud.inRoom()
  const { timeout } = test.info()
  test.setTimeout(Date.now() - zego.begun + 4_000)
  const story = await expect(cloud)
    .toHaveReceived('SendImReq', {}, { timeout: 10 * timeout })
    .catch((error: Error) => {
      test.setTimeout(2 * timeout)
      return error.message
    })
  expect(story).toContain('The test had no time left')
  expect(story).toContain('It received no SendImReq at all.')
})
