import { playing } from '../reacting/ends.ts'
import { expect, reply, test } from '../test.ts'

test('a session is dropped when its media node has expired', { tag: '@1104034' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  // As long as nodes are valid, the SDK tries the next one instead of asking for others.
  const nodes = { gwNodes: ['127.0.0.1:8000', '127.0.0.1:8001'], gwNodesTtl: 30 }
  await faults.media.answer(
    'CreateSessionWithSdpReq',
    reply.with((answer) => Object.assign(answer, nodes)),
  )
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
