import { expect, test } from '../test.ts'

test('the person stops sharing by what the browser shows, and can share again', { tag: '@no-code' }, async ({
  app,
  cloud,
  faults,
}) => {
  const shared = () => cloud.gateway.find({ role: 'publisher' }).length
  await app.join()
  await faults.screen.offer()
  await app.button('Share screen').click()
  await expect.poll(shared).toBe(1)

  await faults.screen.stopped()
  await expect.poll(shared).toBe(0)
  await expect(app.button('Share screen')).toBeVisible()

  await faults.screen.offer()
  await app.button('Share screen').click()
  await expect.poll(shared).toBe(1)
})
