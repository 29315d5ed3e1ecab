import type { Engine } from '../engine.ts'
import { expect, test } from '../test.ts'

test.use({ cloudConfiguration: { cdnPlayback: false } })

/** Plays from a CDN, with a player and an element of the app's own. */
function playFromCdn({ page }: Engine, given: { element: boolean; player: boolean }): Promise<void> {
  return page.evaluate(({ element, player }) => {
    const nothing = () => {}
    const CDNPlayer = { isSupportFLV: () => true, isSupportHLS: () => true, play: nothing, stop: nothing }
    const options = {
      resourceMode: 1 as const,
      ...(element && { CDNVideo: document.createElement('video') }),
      ...(player && { CDNPlayer }),
    }
    return window.reactTo('startPlayingStream', () => window.engine.startPlayingStream('s1', options))
  }, given)
}

test('a stream is played from a CDN, which has no address for it', { tag: '@1104020' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  await cloud.room(engine.roomId).join('guest').publish('s1')
  await engine.join()
  const play = () => playFromCdn(engine, { element: true, player: true })
  await faults.misuse.call('playing from a CDN that the project does not have', play)
  await expect(zego).toSurface(1104020, { via: 'event:playerStateUpdate' })
  await expect(zego).toSurface(1104020, { via: 'api:startPlayingStream' })
  await expect(engine).toReact(1104020)
})

test('a stream is played from a CDN with nothing to show it', { tag: '@1104001' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  await cloud.room(engine.roomId).join('guest').publish('s1')
  await engine.join()
  for (const given of [
    { element: false, player: false },
    { element: false, player: true },
    { element: true, player: false },
  ]) {
    const play = () => playFromCdn(engine, given)
    const misuse = await faults.misuse.call(`playing from a CDN with ${JSON.stringify(given)}`, play)
    await expect(zego).toSurface(1104001, { via: 'event:playerStateUpdate', since: misuse })
    await expect(zego).toSurface(1104001, { via: 'api:startPlayingStream', since: misuse })
    await expect(engine).toReact(1104001)
    await engine.call('stopPlayingStream', 's1')
  }
})
