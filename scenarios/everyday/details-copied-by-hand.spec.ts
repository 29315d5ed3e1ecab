import { expect, reply, test } from '../test.ts'

test('where the browser lets nothing be copied, the details that were wanted are marked', {
  tag: '@no-code',
}, async ({ app, faults }) => {
  await app.goLive()
  // Chromium lets whoever has just clicked copy, whatever the settings say; other browsers, and pages that embed the app, do not.
  await app.page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await faults.signaling.answer('RelayPublishCdnRequest', reply.code(5003, 'out of order'))
  await app.page.getByRole('textbox', { name: 'Relay to a CDN' }).fill('rtmp://cdn.example/live/host')
  await app.button('Relay').click()
  await expect(app.alert).toContainText('Your stream is not relayed')
  await faults.signaling.answer('UpdateStreamReq', reply.code(5003, 'out of order'))
  await app.page.getByRole('textbox', { name: 'What it is about' }).fill('a song')
  await app.button('Describe').click()
  await expect(app.alert).toContainText('Your stream was not described')

  const others = app.page.getByRole('list', { name: 'Other problems' })
  await others.getByRole('button', { name: 'Copy details' }).click()
  await expect(app.page.getByRole('status', { name: 'Notice' })).toContainText('copy them with your keyboard')
  await expect(others.getByLabel('Details for support')).toBeVisible()
  const marked = await app.page.evaluate(() => String(getSelection()))
  expect(marked).toContain('Problem: Your stream is not relayed')

  // Whoever uses the keyboard stays where she is: in the problem that a newer one moves down, and in one that stands below.
  const problem = (headline: string) => app.alert.locator('.problem', { hasText: headline })
  const copy = (headline: string) => problem(headline).getByRole('button', { name: 'Copy details' })
  await copy('Your stream was not described').focus()
  await faults.device.unplug('camera')
  // In between the SDK may say that it came loose (1106008), where it gets the chance.
  const camera = problem('Your camera is not sending')
  await expect(camera).toContainText(/Code 1006006 · before it (1106008, )?1106010/)
  await expect(camera.getByLabel('Details for support')).toContainText(
    /newest first: 1006006, (1106008, )?1106010/,
  )
  await expect(others.getByRole('listitem')).toHaveCount(2)
  await expect(copy('Your stream was not described')).toBeFocused()
  await copy('Your stream is not relayed').focus()
  await faults.device.plug('camera')
  await expect(camera).toBeHidden()
  await expect(others.getByRole('listitem')).toHaveCount(1)
  await expect(copy('Your stream is not relayed')).toBeFocused()

  // Whoever uses the keyboard goes on from the top of the page when the last problem is gone.
  await others.getByRole('button', { name: 'Dismiss' }).press('Enter')
  await expect(others).toBeHidden()
  await app.alert.getByRole('button', { name: 'Dismiss' }).press('Enter')
  await expect(app.alert).toBeEmpty()
  await expect(app.page.getByRole('heading', { level: 1 })).toBeFocused()
})
