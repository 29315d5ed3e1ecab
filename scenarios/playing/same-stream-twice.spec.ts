import { expect, test } from '../test.ts'

test('a stream that plays already is played again', { tag: ['@1103049', '@1104032', '@1104039'] }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  await cloud.room(engine.roomId).join('guest').publish('s1')
  await engine.join()
  await engine.call('startPlayingStream', 's1')
  await faults.misuse.call('a second play', () => engine.call('startPlayingStream', 's1'))
  await expect(zego).toSurface(1103049, { via: 'api:startPlayingStream' })
  await expect(zego).not.toSurface(1104032)
  await expect(zego).not.toSurface(1104039, { timeout: 0 })
  await expect(engine).toReact(1103049)
})
