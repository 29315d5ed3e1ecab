import { live } from '../reacting/ends.ts'
import { expect, reply, test } from '../test.ts'

test('the session ends when the node given for it has expired', { tag: '@1103059' }, async ({
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
  await app.goLive()
  // As long as nodes are valid, the SDK tries the next one instead of asking for others.
  const valid = await faults.media.close()
  await expect(zego).toSurface(1103027, { via: 'event:publisherStateUpdate', since: valid })
  await expect(app).toReact(1103027, { retrying: true, since: valid })
  await app.comesBack(live)
  expect(cloud.journal.named('WebRTCDispatchReq')).toEqual([])

  await faults.time.advance('121s')
  const expired = await faults.media.close()
  await expect(zego).toSurface(1103027, { via: 'event:publisherStateUpdate', since: expired })
  await expect(app).toReact(1103027, { retrying: true, since: expired })
  await faults.time.advanceUntil('1m', () => app.isLive())
  await app.comesBack(live)
  expect(cloud.journal.named('WebRTCDispatchReq')).not.toEqual([])
  await expect(zego).not.toSurface(1103059)
})
