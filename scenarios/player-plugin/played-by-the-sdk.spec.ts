import { heard } from '../heard.ts'
import { expect, test } from '../test.ts'
import { makePlayer } from './player-of.ts'

test('a stream that the SDK plays with the player is damaged, which the SDK does not tell', {
  tag: '@100005',
}, async ({ cloud, engine, faults, vendorPlayer: _, zego }) => {
  await cloud.room(engine.roomId).join('guest').publish('s1')
  await engine.join()
  await makePlayer(engine)
  await engine.page.evaluate(() => {
    window.player.onError = (error) => void window.reactTo('onError', () => Promise.reject(error))
    return window.engine.startPlayingStream('s1', { resourceMode: 1, CDNPlayer: window.player } as object)
  })
  await expect.poll(() => cloud.cdn.viewings.length).toBe(1)
  await faults.cdn.damagedSound('s1')
  await expect(zego).toSurface(100005, { via: 'event:onError' })
  await expect(engine).toReact(100005)
  // The SDK hears it, too, and asks for the stream anew; the state of the stream stays PLAYING.
  await heard(zego, 'console', 'error occur 100005')
  await expect(zego).not.toSurface(100005, { via: 'event:playerStateUpdate' })
})
