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

  // What is in the way of the next try is told in its place, to support as well.
  await busy.undo()
  await faults.permission.deny('all')
  await app.button('Try again').click()
  await expect(app).toReact(1103064)
  await expect(app.alert).toContainText('Code 1103064 · before it 1103065')
  const details = app.page.getByLabel('Details for support')
  await expect(details).toContainText('newest first: 1103064, 1103065')

  await faults.permission.grant('all')
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
