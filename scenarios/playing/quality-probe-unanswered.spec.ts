import { expect, test } from '../test.ts'

test('a probe for a better node does not come to an end', { tag: '@1104037' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  await faults.time.control()
  await cloud.room(engine.roomId).join('guest').publish('s1')
  await engine.join()
  await engine.call('setEngineConfig', { playQualityInterval: 1_000 })
  await engine.call('startPlayingStream', 's1')
  await cloud.playing({ stream: 's1' })
  await faults.media.silence('NetQualityProbeReq')
  // The SDK looks for a better node once the quality was poor several times.
  await faults.network.lose(0.75, 'down')
  await faults.time.advanceUntil('2m', () => zego.surfaced(1104037, 'console') !== undefined)
  await expect(zego).toSurface(1104037, { via: 'console:error' })
  await expect(zego).not.toSurface(1104037, { via: 'event' })
  await expect(engine.alert).toBeEmpty()
  // What plays goes on from the node that it has.
  const sent = () => cloud.gateway.find({ role: 'player', stream: 's1' })[0]?.peer.stats().packetsOut ?? 0
  const before = sent()
  await expect.poll(sent).toBeGreaterThan(before)
})
