import { live } from '../reacting/ends.ts'
import { expect, reply, test } from '../test.ts'

const noNode = 2016

test('the service has no media server for the stream', { tag: ['@1103020', '@1103021'] }, async ({
  app,
  faults,
  zego,
}) => {
  const refused = await faults.media.answer('CreateSessionWithSdpReq', reply.code(noNode))
  await app.join()
  await app.button('Go live').click()
  await expect(zego).toSurface(1103021, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1103021, { retrying: true })
  await expect(zego).not.toSurface(1103020)

  await app.comesBack(live, 'a media server', () => refused.undo())
})

test('the service has no other media server when the session ends', { tag: '@1103020' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await app.goLive()
  await faults.media.answer('WebRTCDispatchReq', reply.code(noNode))
  const closed = await faults.media.close()
  await expect(zego).toSurface(1103027, { via: 'event:publisherStateUpdate', since: closed })
  // It has asked for another server in vain, and goes back to the one that it has.
  await expect(zego).toSurface(0, { via: 'event:publisherStateUpdate', since: closed })
  await expect(app).toReact(1103027, { retrying: true, since: closed })
  const refused = expect.objectContaining({ handled: `code ${noNode}` })
  expect(cloud.journal.named('WebRTCDispatchReq')).toContainEqual(refused)
  await app.comesBack(live)
  await expect(zego).not.toSurface(1103020)
})
