import { expect, test } from '../test.ts'

test('the gateway does not confirm a candidate of the player', { tag: '@1104026' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  await faults.time.control()
  await cloud.room(engine.roomId).join('guest').publish('s1')
  await engine.join()
  await engine.call('setEngineConfig', { turnOnly: true })
  // A browser that gets through without a relay, and be it for a moment, stops looking for one.
  cloud.gateway.path.cut()
  await faults.media.offerRelay()
  await faults.media.silence('CandidateInfoReq', { once: true })
  await engine.begin('startPlayingStream', 's1')
  await faults.time.advanceUntil('20s', () => zego.surfaced(1104026) !== undefined)
  await expect(zego).toSurface(1104026, { via: 'event:playerStateUpdate' })
  await expect(engine).toReact(1104026, { retrying: true })

  cloud.gateway.path.heal()
  const via = 'event:playerStateUpdate'
  const since = zego.surfaced(1104026, via)?.at
  await faults.time.advanceUntil('1m', () => zego.surfaced(0, via, since) !== undefined)
  await expect(zego).toSurface(0, { via, since })
})
