import type { Engine } from '../engine.ts'
import { expect, test } from '../test.ts'

/** Only where all media is to take a relay, the description is a message of its own. */
async function joinWithRelayOnly(engine: Engine): Promise<void> {
  await engine.open()
  await engine.call('setEngineConfig', { turnOnly: true })
  await engine.logIn()
}

test('the gateway answers the description of a player with nothing', { tag: '@1104024' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  await cloud.room(engine.roomId).join('guest').publish('s1')
  await joinWithRelayOnly(engine)
  const empty = await faults.media.emptyAnswer()
  await engine.begin('startPlayingStream', 's1')
  await expect(zego).toSurface(1104024, { via: 'event:playerStateUpdate' })
  await expect(engine).toReact(1104024, { retrying: true })

  await empty.undo()
  const failed = zego.surfaced(1104024)
  await expect(zego).toSurface(0, { via: 'event:playerStateUpdate', since: failed?.at })
})

test('the gateway never answers the description of a player', { tag: '@1104030' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  await faults.time.control()
  await cloud.room(engine.roomId).join('guest').publish('s1')
  await joinWithRelayOnly(engine)
  await faults.media.silence('MediaDescReq', { once: true })
  await engine.begin('startPlayingStream', 's1')
  await faults.time.advanceUntil('40s', () => zego.surfaced(1104030) !== undefined)
  await expect(zego).toSurface(1104030, { via: 'event:playerStateUpdate' })
  await expect(zego).not.toSurface(1104024, { via: 'event:playerStateUpdate' })
  await expect(engine).toReact(1104030, { retrying: true })
})
