import { picturesIn } from '../live-room.ts'
import { expect, test } from '../test.ts'

// The SDK watches devices only while they are sent: in a mere preview it says nothing, and the app looks after its picture itself.
test('the camera stops in the preview, and is opened again', { tag: '@no-code' }, async ({ app, faults }) => {
  await app.join()
  await app.button('Start preview').click()
  const pictures = () => picturesIn(app.page.getByLabel('Your preview'))
  await expect.poll(pictures).toBeGreaterThan(0)

  const stopsAndGoesOn = async () => {
    await faults.device.crash('camera')
    await expect(app.alert).toContainText('Your camera is gone')
    const before = await pictures()
    await app.button('Try again').click()
    await expect.poll(pictures).toBeGreaterThan(before)
    await expect(app.alert).toBeHidden()
  }
  await stopsAndGoesOn()
  // The camera that was opened instead is looked after like the first one.
  await stopsAndGoesOn()
})
