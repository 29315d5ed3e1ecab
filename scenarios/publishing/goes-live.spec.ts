import { expect, test } from '../test.ts'

test('camera and microphone reach the gateway', { tag: '@no-code' }, async ({ app, cloud }) => {
  await app.goLive()
  const [session] = cloud.gateway.find({ role: 'publisher' })
  await expect.poll(() => session?.peer.stats().bytesIn).toBeGreaterThan(50_000)
  await expect(app.page.getByText(/^[1-9]\d* \+ [1-9]\d* kbit\/s$/)).toBeVisible()
  await expect(app.page.getByRole('option', { name: 'No camera' })).toBeDisabled()
  await expect(app.button('Stop preview')).toBeHidden()
  await expect(app.page.getByRole('textbox', { name: 'Stream ID' })).toBeDisabled()
  // Nobody hears herself.
  await expect(app.page.getByLabel('Your preview')).toHaveJSProperty('muted', true)
  expect([...cloud.room(app.roomId).streams.values()].map(({ idName }) => idName)).toEqual([app.userId])

  await app.button('End live').click()
  await expect(app.publishing).toHaveText('Not live')
  await expect(app.page.getByText('kbit/s')).toHaveCount(0)
  await expect(app.page.getByRole('textbox', { name: 'Stream ID' })).toBeEditable()
  await expect(app.page).not.toCaptureNothing()
  await expect.poll(() => cloud.gateway.find().length).toBe(0)

  await app.button('Leave').click()
  await expect(app.page).toCaptureNothing()
})
