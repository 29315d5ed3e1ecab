import { playing } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('a session is dropped when its media node has expired', { tag: '@1104034' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  cloud.gateway.options.nodesTtl = 30
  await faults.time.control()
  await app.watch()
  await faults.time.advance('31s')
  const drop = await faults.media.reset()
  await expect(zego).toSurface(1004020, { via: 'event:playerStateUpdate', since: drop })
  await expect(app).toReact(1004020, { retrying: true, since: drop })
  await faults.time.advanceUntil('20s', () => app.isPlaying('guest-stream'))
  await app.comesBack(playing())
  expect(cloud.journal.named('WebRTCDispatchReq').some(({ at }) => at >= drop.at)).toBe(true)
  await expect(zego).not.toSurface(1104034)
})
