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

  // Another reason on the next try takes the place of the first one, also where support reads it.
  await broken.undo()
  const busy = await faults.device.busy('camera')
  await app.button('Try again').click()
  await expect(app.alert).toContainText('Code 1103065 · before it 1103061')
  await expect(app.page.getByLabel('Details for support')).toContainText('newest first: 1103065, 1103061')
  await busy.undo()
  await app.recover(live)
})
