import { live, sending } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

// The documentation knows 1103041 for it, too, a number that this version of the SDK does not have.
test('the camera is unplugged while live', { tag: ['@1006006', '@1103041', '@1103048'] }, async ({
  app,
  faults,
  zego,
}) => {
  await app.goLive()
  await faults.device.unplug('camera')
  await expect(zego).toSurface(1006006, { via: 'event:deviceError' })
  await expect(zego).not.toSurface(1103041)
  await expect(app).toReact(1006006, { device: 'camera' })
  await expect(app.publishing).toHaveText('Live, without a picture')

  await app.button('Try again').click()
  await expect(zego).toSurface(1103048, { via: 'api:useVideoDevice' })
  await expect(app).toReact(1103048, { device: 'camera' })

  await app.comesBack(sending('camera'), 'device.plug', () => faults.device.plug('camera'))
})

test('the camera is unplugged before anybody is live', { tag: '@1103061' }, async ({ app, faults, zego }) => {
  await app.join()
  await faults.device.unplug('camera')
  await app.button('Go live').click()
  await expect(zego).toSurface(1103061, { via: 'api:createStream' })
  await expect(app).toReact(1103061)

  await faults.device.plug('camera')
  await app.recover(live)
})
