import { playing } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the gateway drops the session and takes it again', { tag: ['@1004020', '@1104035'] }, async ({
  app,
  faults,
  zego,
}) => {
  await app.watch()
  await faults.media.reset()
  await expect(zego).toSurface(1004020, { via: 'event:playerStateUpdate' })
  await expect(app).toReact(1004020, { retrying: true })
  await app.comesBack(playing())
  await expect(zego).not.toSurface(1104035)
})

test('the gateway closes the session and takes it again', { tag: ['@1004020', '@1104027'] }, async ({
  app,
  faults,
  zego,
}) => {
  await app.watch()
  await faults.media.close({}, { role: 'player' })
  await expect(zego).toSurface(1004020, { via: 'event:playerStateUpdate' })
  await expect(app).toReact(1004020, { retrying: true })
  await app.comesBack(playing())
  await expect(zego).not.toSurface(1104027)
})
