import { expect, test } from '../test.ts'

test('the room service never answers the login', { tag: '@1002031' }, async ({ app, faults, zego }) => {
  await faults.time.control()
  await faults.signaling.silence('LoginRoomReq')
  await app.tryToJoin()
  await expect(app.connection).toHaveText(/connecting/i)
  await faults.time.jump('301s')
  await expect(zego).toSurface(1002031, { via: 'api:loginRoom' })
  await expect(zego).toSurface(1002031, { via: 'event:roomStateChanged' })
  await expect(app.alert).toContainText(/took too long/i)

  await faults.signaling.restore()
  await app.button('Try again').click()
  await expect(app.connection).toHaveText('Connected')
})
