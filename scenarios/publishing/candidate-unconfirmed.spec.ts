import { expect, test } from '../test.ts'

test('the gateway does not confirm a candidate of the publisher', { tag: '@1103026' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  await faults.time.control()
  await engine.join()
  await engine.call('setEngineConfig', { turnOnly: true })
  const stream = await engine.stream()
  // A browser that gets through without a relay, and be it for a moment, stops looking for one.
  cloud.gateway.path.cut()
  await faults.media.offerRelay()
  await faults.media.silence('CandidateInfoReq', { once: true })
  await engine.call('startPublishingStream', 'stream-1', stream)
  await faults.time.advanceUntil('20s', () => zego.surfaced(1103026) !== undefined)
  await expect(zego).toSurface(1103026, { via: 'event:publisherStateUpdate' })
  await expect(engine).toReact(1103026, { retrying: true })

  cloud.gateway.path.heal()
  const via = 'event:publisherStateUpdate'
  const since = zego.surfaced(1103026, via)?.at
  await faults.time.advanceUntil('1m', () => zego.surfaced(0, via, since) !== undefined)
  await expect(zego).toSurface(0, { via, since })
})
