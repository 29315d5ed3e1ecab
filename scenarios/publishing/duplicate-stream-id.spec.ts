import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('somebody else publishes under the same stream ID', { tag: '@1003028' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await app.goLive()
  await faults.media.duplicate()
  await expect(zego).toSurface(1003028, { via: 'event:publisherStateUpdate' })
  await expect(app.publishing).toContainText('the attempt has ended')
  await expect(app).toReact(1003028)

  const [taken] = cloud.gateway.streams.keys()
  await app.recover(live)
  expect(cloud.gateway.find({ role: 'publisher' }).map(({ stream }) => stream.id)).not.toContain(taken)
})
