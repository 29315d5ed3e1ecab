import { live } from '../reacting/ends.ts'
import { expect, reply, test } from '../test.ts'

test('no media node is assigned to a stream', { tag: ['@1102017', '@1104020'] }, async ({
  app,
  faults,
  zego,
}) => {
  const refused = await faults.media.answer('CreateSessionWithSdpReq', reply.code(2016))
  await app.joinLiveRoom()
  await expect(zego).toSurface(1104021, { via: 'event:playerStateUpdate' })
  // Nothing to wait for: from now on the SDK tries again and again.
  await expect(zego).not.toSurface(1104020, { timeout: 0 })
  await app.button('Go live').click()
  await expect(zego).toSurface(1103021, { via: 'event:publisherStateUpdate' })
  await expect(zego).not.toSurface(1102017, { timeout: 0 })
  await expect(app).toReact(1104021, { retrying: true })
  await expect(app).toReact(1103021, { retrying: true })

  await app.comesBack(live, 'a media server', () => refused.undo())
})

test('the media server does not let the client in', { tag: '@1102023' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await faults.time.control()
  const refused = await faults.media.answer('LoginReq', reply.code(1234))
  // A stream that happens to get through at once needs no login; one that has to be tried again waits for it.
  const nowhere = await faults.media.withoutCandidates()
  await app.joinLiveRoom()
  await app.button('Go live').click()
  await expect(zego).toSurface(0, { via: 'event:publisherStateUpdate' })
  await expect(zego).toSurface(0, { via: 'event:playerStateUpdate' })
  const logins = () => cloud.journal.named('LoginReq').length
  await expect.poll(logins).toBeGreaterThan(0)
  await faults.time.jump('301s')
  // A login that was under way is answered, and the next attempt waits, before the SDK looks at the clock.
  await faults.time.advanceUntil('2m', () => Boolean(zego.surfaced(1103051) && zego.surfaced(1104031)))
  await expect(zego).toSurface(1103051, { via: 'event:publisherStateUpdate' })
  await expect(zego).toSurface(1104031, { via: 'event:playerStateUpdate' })
  await expect(zego).toSurface(1104031, { via: 'api:startPlayingStream' })
  await expect(zego).not.toSurface(1102023)
  await expect(app).toReact(1104031)
  expect(logins()).toBeGreaterThan(2) // refused, it asks again
  await expect(app).toReact(1103051)
  await nowhere.undo()
  await refused.undo()
  await app.recover(live)
})
