import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the camera is there and free, but does not start', { tag: '@1103061' }, async ({
  app,
  faults,
  zego,
}) => {
  const broken = await faults.device.broken('camera')
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103061, { via: 'api:createStream' })
  await expect(app).toReact(1103061)

  await broken.undo()
  await app.recover(live)
})
