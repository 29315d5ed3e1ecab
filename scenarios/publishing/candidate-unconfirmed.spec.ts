import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the gateway does not confirm a candidate of the publisher', { tag: '@1103026' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  app.settings = { engine: { turnOnly: true } }
  await app.join()
  await app.button('Start preview').click()
  await app.button('Stop preview').waitFor()
  await faults.media.offerRelay()
  await faults.media.silence('CandidateInfoReq', { once: true })
  // A browser that gets through without a relay, and be it for a moment, stops looking for one.
  await Promise.all([faults.network.cut('media', { connecting: true }), app.button('Go live').click()])
  await faults.time.advanceUntil('20s', () => zego.surfaced(1103026) !== undefined)
  await expect(zego).toSurface(1103026, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1103026, { retrying: true })

  await app.comesBack(live, 'a candidate that is confirmed', async () => {
    await faults.network.heal()
    await faults.time.advanceUntil('1m', () => app.isLive())
  })
})
