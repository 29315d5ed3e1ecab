import { expect, test } from '../test.ts'

// The code says that there is no picture at all; the SDK gives it for every switch that fails.
test('another program holds the camera that is switched to', { tag: '@1103045' }, async ({
  app,
  faults,
  zego,
}) => {
  await app.goLive()
  await faults.device.busy('camera')
  await app.page.getByLabel('Camera').selectOption({ index: 1 })
  await expect(zego).toSurface(1103045, { via: 'api:useVideoDevice' })
  await expect(app.alert).toContainText(/your camera could not be opened/i)

  await faults.device.restore()
  await app.button('Try again').click()
  await expect(app.alert).toBeEmpty()
  await expect(app.publishing).toHaveText('Live')
})
