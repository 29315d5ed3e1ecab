import { expect, test } from '../test.ts'

test.use({ browserStage: 'no-devices' })

test('there is no camera and no microphone', { tag: '@1103061' }, async ({ app, faults, zego }) => {
  await faults.device.none()
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103061, { via: 'api:createStream' })
  await expect(app).toReact(1103061)
})
