import { playing } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the gateway does not confirm a candidate of the player', { tag: '@1104026' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await faults.time.control()
  app.settings = { engine: { turnOnly: true } }
  await app.join()
  await faults.media.offerRelay()
  await faults.media.silence('CandidateInfoReq', { once: true })
  // A browser that gets through without a relay, and be it for a moment, stops looking for one.
  await Promise.all([
    faults.network.cut('media', { connecting: true }),
    cloud.room(app.roomId).join('guest').publish('guest-stream'),
  ])
  await faults.time.advanceUntil('20s', () => zego.surfaced(1104026) !== undefined)
  await expect(zego).toSurface(1104026, { via: 'event:playerStateUpdate' })
  await expect(app).toReact(1104026, { retrying: true })

  await app.comesBack(playing(), 'a candidate that is confirmed', async () => {
    await faults.network.heal()
    await faults.time.advanceUntil('1m', () => app.isPlaying('guest-stream'))
  })
})
