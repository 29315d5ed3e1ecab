import { expect, test } from '../test.ts'

test('low-latency live streaming is not enabled for the app', { tag: '@1104038' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  await cloud.room(engine.roomId).join('guest').publish('s1')
  await faults.signaling.configure({ l3: false })
  await engine.join()
  await engine.call('startPlayingStream', 's1', { resourceMode: 2 })
  await expect(zego).toSurface(1104038, { via: 'api:startPlayingStream' })
  await expect(engine).toReact(1104038)
})
