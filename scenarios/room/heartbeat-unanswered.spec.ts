import type { Faults, Zego } from '../../fixtures/index.ts'
import { inRoom } from '../reacting/ends.ts'
import { expect, reply, test } from '../test.ts'

test('the room does not answer heartbeats', { tag: '@1102001' }, async ({ app, faults, zego }) => {
  await faults.time.control()
  await app.join()
  await lostAfter80s(faults, zego)
  await expect(zego).not.toSurface(1102001)
  await expect(app).toReact(1002051, { retrying: true })
  await expect(app.connection).toHaveText('Connected')
  await expect(app.alert).toBeEmpty()
})

test.describe('a room gives up whoever is silent for 20 s', () => {
  test.use({ cloudConfiguration: { absenceTimeout: 20 } })

  test('and does not say so: the SDK waits for 100 s', { tag: '@no-code' }, async ({ app, faults, zego }) => {
    await faults.time.control()
    const withoutLimit = reply.with((answer: { liveroomHbTimeout?: number }) => {
      answer.liveroomHbTimeout = 0
    })
    await faults.signaling.answer('LoginRoomReq', withoutLimit, { once: true })
    await app.join()
    await lostAfter80s(faults, zego)
  })
})

test('the room answers neither heartbeats nor the login that follows', { tag: '@1102001' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await faults.time.control()
  await app.join()
  const heartbeats = await faults.signaling.silence('HbReq')
  const logins = await faults.signaling.silence('LoginRoomReq')
  await faults.time.advance('2m')
  await expect(zego).toSurface(1002051, { via: 'event:roomStateChanged', undocumented: true })
  await expect(app).toReact(1002051, { retrying: true })
  await expect.poll(() => cloud.journal.named('LoginRoomReq').length).toBeGreaterThan(1)
  await faults.time.jump('5m')
  await expect(zego).toSurface(1002031, { via: 'event:roomStateChanged' })
  await expect(zego).not.toSurface(1102001)
  await expect(app).toReact(1002031)

  await heartbeats.undo()
  await logins.undo()
  await app.recover(inRoom)
})

/** No heartbeat is answered any more: the room is not given up within 80 s, and is within 120. */
async function lostAfter80s(faults: Faults, zego: Zego): Promise<void> {
  await faults.signaling.silence('HbReq')
  await faults.time.advance('80s')
  expect(zego.surfaced(1002051)).toBeUndefined()
  await faults.time.advance('40s')
  await expect(zego).toSurface(1002051, { via: 'event:roomStateChanged', undocumented: true })
}
