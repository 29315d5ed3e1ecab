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

  // Whoever uses the keyboard goes on from the top of the page when the last problem is gone.
  await others.getByRole('button', { name: 'Dismiss' }).press('Enter')
  await expect(others).toBeHidden()
  await app.alert.getByRole('button', { name: 'Dismiss' }).press('Enter')
  await expect(app.alert).toBeEmpty()
  await expect(app.page.getByRole('heading', { level: 1 })).toBeFocused()
})
