import { linkLost } from '../link-lost.ts'
import { expect, test } from '../test.ts'

test('a stream is published and another played while the network is away', { tag: '@1000017' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  await cloud.room(engine.roomId).join('guest').publish('guest-stream')
  await faults.network.cut('signaling')
  await expect(zego).toSurface(...linkLost)
  await engine.begin('startPlayingStream', 'guest-stream')
  await engine.page.evaluate(async () => {
    window.engine.startPublishingStream('host-stream', await window.engine.createStream())
  })
  await faults.network.offline()
  await faults.network.heal()
  await expect(zego).toSurface(1000017, { via: 'event:publisherStateUpdate' })
  await expect(zego).toSurface(1000017, { via: 'event:playerStateUpdate' })
  await expect(engine).toReact(1000017, { retrying: true })
})
