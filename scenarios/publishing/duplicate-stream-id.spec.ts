import { expect, test } from '../test.ts'

test('somebody else publishes under the same stream ID', { tag: '@1003028' }, async ({
  app,
  faults,
  zego,
}) => {
  await app.goLive()
  await faults.media.duplicate()
  await expect(zego).toSurface(1003028, { via: 'event:publisherStateUpdate' })
  await expect(app.publishing).toContainText('the attempt has ended')
  await expect(app.alert).toContainText('Code 1003028')
})
