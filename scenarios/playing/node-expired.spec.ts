import { playing } from '../reacting/ends.ts'
import { expect, reply, test } from '../test.ts'

test('a session is dropped when its media node has expired', { tag: '@1104034' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  const nodes = { gwNodes: ['127.0.0.1:8000', '127.0.0.1:8001'], gwNodesTtl: 120 }
  await faults.media.answer(
    'CreateSessionWithSdpReq',
    reply.with((answer) => Object.assign(answer, nodes)),
  )
  await faults.time.control()
  await app.watch()
  // As long as nodes are valid, the SDK tries the next one instead of asking for others.
  const valid = await faults.media.reset()
  await expect(zego).toSurface(1004020, { via: 'event:playerStateUpdate', since: valid })
  await expect(app).toReact(1004020, { retrying: true, since: valid })
  await app.comesBack(playing())
  expect(cloud.journal.named('WebRTCDispatchReq')).toEqual([])

  await faults.time.advance('121s')
  const expired = await faults.media.reset()
  await expect(zego).toSurface(1004020, { via: 'event:playerStateUpdate', since: expired })
  await expect(app).toReact(1004020, { retrying: true, since: expired })
  await faults.time.advanceUntil('20s', () => app.isPlaying('guest-stream'))
  await app.comesBack(playing())
  expect(cloud.journal.named('WebRTCDispatchReq')).not.toEqual([])
  await expect(zego).not.toSurface(1104034)
})
