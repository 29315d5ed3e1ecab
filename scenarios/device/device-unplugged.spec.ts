import { expect, test } from '../test.ts'

test('the camera is unplugged while live', { tag: '@1006006' }, async ({ app, faults, zego }) => {
  await app.goLive()
  await faults.device.unplug('camera')
  await expect(zego).toSurface(1006006, { via: 'event:deviceError' })
  await expect(app.alert).toContainText(/camera was unplugged/i)
  await expect(app.publishing).toHaveText('Live, without a picture')

  await faults.device.plug('camera')
  await expect(app.publishing).toHaveText('Live')
})
