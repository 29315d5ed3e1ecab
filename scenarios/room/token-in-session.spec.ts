import type { Faults } from '../../fixtures/index.ts'
import type { LiveRoom } from '../live-room.ts'
import { inRoom, live, playing } from '../reacting/ends.ts'
import { expect, makeToken, reply, test } from '../test.ts'

test('the token has run out before the login', { tag: '@1102018' }, async ({ app, faults, zego }) => {
  const { value: token } = await faults.input.argument(makeToken(-1), { insteadOf: makeToken() })
  app.nextToken = () => token
  await app.tryToJoin()
  await expect(zego).toSurface(1102018, { via: 'api:loginRoom' })
  await expect(zego).toSurface(1102018, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1102018)

  app.nextToken = () => makeToken()
  await app.recover(inRoom)
})

const heartbeats = [
  { code: 1102016, server: 50116 },
  { code: 1102018, server: 50117 },
]

for (const { code, server } of heartbeats) {
  test(`a heartbeat is refused with ${server}`, { tag: `@${code}` }, async ({ app, faults, zego }) => {
    await faults.time.control()
    await app.join()
    const refused = await faults.signaling.answer('HbReq', reply.code(server))
    await faults.time.advance('31s')
    await expect(zego).toSurface(code, { via: 'event:roomStateChanged' })
    await expect(app.connection).toHaveText('Disconnected')
    await expect(app).toReact(code)

    await refused.undo()
    await app.recover(inRoom)
  })
}

test('the room does not let a stream in with this token', { tag: '@1102016' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await app.join()
  const refused = await faults.signaling.answer('AddStreamReq', reply.code(2002))
  await app.button('Go live').click()
  await expect(zego).toSurface(1102016, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1102016)

  await refused.undo()
  const token = makeToken(7_200)
  app.nextToken = () => token
  await app.recover(live)
  await expect(cloud).toHaveReceived('RenewTokenReq', { token })
})

test.describe('a service that puts nobody out when a token runs out', () => {
  test.use({ cloudConfiguration: { tokenExpiryManagement: false } })

  test('publishes nothing new with it', { tag: '@1102018' }, async ({ app, cloud, faults, zego }) => {
    await stayWithALapsedToken(app, faults)
    await app.button('Go live').click()
    await expect(zego).toSurface(1102018, { via: 'event:publisherStateUpdate' })
    await expect(app).toReact(1102018)
    expect(cloud.room(app.roomId).members.size).toBe(1)

    app.nextToken = () => makeToken(7_200)
    await app.recover(live)
  })

  test('plays nothing new with it', { tag: '@1102018' }, async ({ app, cloud, faults, zego }) => {
    await stayWithALapsedToken(app, faults)
    await cloud.room(app.roomId).join('guest').publish('guest-stream')
    await expect(zego).toSurface(1102018, { via: 'event:playerStateUpdate' })
    await expect(zego).toSurface(1102018, { via: 'api:startPlayingStream' })
    await expect(app).toReact(1102018)

    app.nextToken = () => makeToken(7_200)
    await app.recover(playing())
  })
})

/** Joins with a token of which nobody has another, and stays until it has run out. */
async function stayWithALapsedToken(app: LiveRoom, faults: Faults): Promise<void> {
  const { value: token } = await faults.input.argument(makeToken(40), { insteadOf: makeToken(3_600) })
  app.nextToken = () => token
  await faults.time.control()
  await app.join()
  await faults.time.advance('45s')
}
