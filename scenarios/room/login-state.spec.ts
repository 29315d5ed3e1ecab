import { expect, test } from '../test.ts'

test('a message while the SDK logs in again', { tag: '@1102015' }, async ({ app, faults, zego }) => {
  await app.join()
  await faults.signaling.silence('LoginRoomReq')
  await faults.network.reset('signaling')
  await expect(app.connection).toHaveText(/reconnecting/i)
  await app.say('am I in?')
  await expect(zego).toSurface(1000002, { via: 'api:sendBroadcastMessage' })
  await expect(app.alert).toContainText(/not in the room any more/i)
})
