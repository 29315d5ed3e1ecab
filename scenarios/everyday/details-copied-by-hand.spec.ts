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

  // Whoever uses the keyboard stays where she is, whatever comes and goes around it.
  const camera = app.alert.locator('.problem', { hasText: 'Your camera is not sending' })
  for (const headline of ['Your stream was not described', 'Your stream is not relayed']) {
    const problem = app.alert.locator('.problem', { hasText: headline })
    const button = problem.getByRole('button', { name: 'Copy details' })
    await button.focus()
    await faults.device.unplug('camera')
    // In between the SDK may say that it came loose (1106008), where it gets the chance.
    await expect(app.alert).toContainText(/Code 1006006 · before it (1106008, )?1106010/)
    await expect(camera.getByLabel('Details for support')).toContainText(
      /newest first: 1006006, (1106008, )?1106010/,
    )
    await expect(others.getByRole('listitem')).toHaveCount(2)
    await expect(button).toBeFocused()
    await faults.device.plug('camera')
    await expect(app.alert).not.toContainText('Your camera is not sending')
    await expect(others.getByRole('listitem')).toHaveCount(1)
    await expect(button).toBeFocused()
  }

  // Whoever uses the keyboard goes on from the top of the page when the last problem is gone.
  await others.getByRole('button', { name: 'Dismiss' }).press('Enter')
  await expect(others).toBeHidden()
  await app.alert.getByRole('button', { name: 'Dismiss' }).press('Enter')
  await expect(app.alert).toBeEmpty()
  await expect(app.page.getByRole('heading', { level: 1 })).toBeFocused()
})
