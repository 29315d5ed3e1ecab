import { expect, makeToken, test } from 'zego-fault-harness'

test('a patient whose camera is unplugged is told to check it', async ({ page, faults, zego }) => {
  await page.route('/api/token*', (route) => route.fulfill({ json: { token: makeToken() } }))
  await page.goto('/')
  await page.getByRole('button', { name: 'Call the doctor' }).click()
  await expect(page.getByRole('status')).toHaveText('You are in the consultation')
  await faults.device.unplug('camera')
  await expect(zego).toSurface(1006006, { via: 'event:deviceError' })
  await expect(page.getByRole('alert')).toContainText('camera or microphone stopped working')
})
