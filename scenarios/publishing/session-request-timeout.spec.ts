import { live } from '../reacting/ends.ts'
import { expect, reply, test } from '../test.ts'

test('the gateway never answers the request for a session', { tag: '@1103060' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  await faults.media.silence('CreateSessionWithSdpReq', { once: true })
  await app.join()
  await app.button('Go live').click()
  await faults.time.advanceUntil('20s', () => zego.surfaced(1103060) !== undefined)
  await expect(zego).toSurface(1103060, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1103060, { retrying: true })

  await faults.time.advanceUntil('1m', () => app.isLive())
  await app.comesBack(live)
})

test('the gateway answers the request for a session with what nobody can read', { tag: '@1103060' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await faults.time.control()
  const { evidence } = await faults.media.answer('CreateSessionWithSdpReq', reply.broken('body'), {
    once: true,
  })
  await app.join()
  await app.button('Go live').click()
  await faults.time.advanceUntil('20s', () => zego.surfaced(1103060) !== undefined)
  await expect(zego).toSurface(1103060, { via: 'event:publisherStateUpdate' })
  // It was sent, it began nothing, and the app is live only once it asked again.
  expect(evidence).toMatchObject({ met: 1, reply: 'broken' })
  expect(cloud.journal.named('unreadable')).toMatchObject([{ direction: 'out', layer: 'gateway' }])
  const asked = cloud.journal.named('CreateSessionWithSdpReq').length
  expect(cloud.gateway.find({ role: 'publisher' }).length).toBeLessThan(asked)

  await faults.time.advanceUntil('1m', () => app.isLive())
  await expect(app.publishing).toHaveText('Live')
})
