import { expect, makeToken, test } from 'zego-fault-harness'

test('a pupil who is removed is told so', async ({ page, faults, zego }) => {
  await page.route('/api/token*', (route) => route.fulfill({ json: { token: makeToken() } }))
  await page.goto('/')
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page.getByRole('status')).toHaveText('In the class')
  await faults.signaling.kick('by-server')
  await expect(zego).toSurface(1002055, { via: 'event:roomStateChanged' })
  await expect(page.getByRole('alert')).toContainText('removed from the class')
})
