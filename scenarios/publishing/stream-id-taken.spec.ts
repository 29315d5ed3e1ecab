import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('somebody in the room is live under the stream ID already', { tag: '@1003028' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  const taken = 'guest-stream'
  await app.watch(taken)
  await app.page.getByRole('textbox', { name: 'Stream ID' }).fill(taken)
  await faults.misuse.call(`startPublishingStream('${taken}'), which the guest has`, () =>
    app.button('Go live').click(),
  )
  await expect(zego).toSurface(1003028, { via: 'event:publisherStateUpdate' })
  await expect(app.publishing).toContainText('the attempt has ended')
  await expect(app).toReact(1003028)

  // The guest goes on, before and after the app has found another name.
  await app.sees('guest')
  await app.recover(live)
  expect(cloud.gateway.find({ role: 'publisher' }).map(({ stream }) => stream.id)).not.toContain(taken)
  await app.sees('guest')
})
