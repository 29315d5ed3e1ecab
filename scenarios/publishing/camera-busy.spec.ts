import { live, sending } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('another program holds the camera, and lets go of it', { tag: '@1103065' }, async ({
  app,
  faults,
  zego,
}) => {
  const busy = await faults.device.busy('camera')
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103065, { via: 'api:createStream' })
  await expect(app).toReact(1103065)

  await busy.undo()
  await app.recover(live)
})

test('another program keeps the camera, and the person goes live without it', { tag: '@1103065' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.device.busy('camera')
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103065, { via: 'api:createStream' })
  await expect(app).toReact(1103065)

  await app.page.getByLabel('Camera').selectOption('No camera')
  await app.recover(sending('microphone'))
})
