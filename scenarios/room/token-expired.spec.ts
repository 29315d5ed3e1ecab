import { inRoom, live } from '../reacting/ends.ts'
import { expect, makeToken, test } from '../test.ts'

test('the token runs out while in the room', { tag: '@1102018' }, async ({ app, faults, zego }) => {
  await app.join()
  await faults.signaling.expireToken()
  await expect(zego).toSurface(1102018, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1102018)

  await app.recover(inRoom)
})

test('what somebody publishes is stopped, for the token has run out', { tag: '@1102018' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await app.goLive()
  await faults.signaling.stopStreams()
  await expect(zego).toSurface(1102018, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1102018)
  expect(cloud.room(app.roomId).members.has(app.userId)).toBe(true)

  app.nextToken = () => makeToken(7_200)
  await app.recover(live)
})

// The code stays away, so there is none to claim: what the documentation advises is that the app renews in time.
test('a token that is about to run out is renewed before it does', { tag: '@no-code' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  const { value: token } = await faults.input.argument(makeToken(40), { insteadOf: makeToken(3_600) })
  app.nextToken = () => token
  await faults.time.control()
  await app.join()
  app.nextToken = () => makeToken(3_600)
  const { evidence } = await faults.time.advance('30s')
  expect(evidence.movedMs).toBeGreaterThanOrEqual(30_000)
  await expect.poll(() => cloud.journal.named('RenewTokenRsp').length).toBe(1)
  await faults.time.advance('30s')
  await expect(zego).not.toSurface(1102018)
  await expect(app.alert).toBeEmpty()
})

test('nobody renews the token in time', { tag: '@1102018' }, async ({ app, cloud, faults, zego }) => {
  await faults.time.control()
  const { value: token } = await faults.input.argument(makeToken(40), { insteadOf: makeToken(3_600) })
  app.nextToken = () => token
  await app.join()
  await faults.time.advance('45s')
  await expect(zego).toSurface(1102018, { via: 'event:roomStateChanged' })
  expect(cloud.room(app.roomId).members.size).toBe(0)
  await expect(app).toReact(1102018)

  app.nextToken = () => makeToken()
  await app.recover(inRoom)
})
