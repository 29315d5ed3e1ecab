import { expect, test } from '../test.ts'

// At the default interval of 3 s the SDK never counts the five samples it wants within its own limit of 15 s.
const playQualityInterval = 1_000

test('the viewer gets another address while a stream plays', { tag: '@1104033' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  await cloud.room(engine.roomId).join('guest').publish('s1')
  await engine.join()
  await engine.call('setEngineConfig', { playQualityInterval })
  await engine.call('startPlayingStream', 's1')
  await faults.network.changeAddress()
  await expect(zego).toSurface(1104033, { via: 'event:playerStateUpdate' })
  await expect(engine).toReact(1104033, { retrying: true })

  await faults.network.heal()
  const failed = zego.surfaced(1104033)
  await expect(zego).toSurface(0, { via: 'event:playerStateUpdate', since: failed?.at })
})
