import { linkLost } from '../link-lost.ts'
import { sendChannelMessage, sends } from '../room-calls.ts'
import { expect, test } from '../test.ts'

test('a chat message while the connection is down', { tag: '@1100003' }, async ({ app, faults, zego }) => {
  await app.join()
  await faults.network.cut('signaling')
  await expect(zego).toSurface(...linkLost)
  await app.say('can you hear me?')
  await expect(zego).toSurface(1100003, { via: 'api:sendBroadcastMessage' })
  await expect(app.alert).toContainText(
    /connection to the service was closed.*check your internet connection/i,
  )
})

test('any room request while the connection is down', { tag: '@1100003' }, async ({
  engine,
  faults,
  zego,
}) => {
  await engine.join()
  await faults.network.cut('signaling')
  await expect(zego).toSurface(...linkLost)
  const calls = [
    ...sends(engine.roomId).slice(0, 3),
    sendChannelMessage(engine.roomId),
    ['setRoomExtraInfo', engine.roomId, 'topic', 'x'],
  ] as const
  for (const [method, ...args] of calls) {
    await engine.begin(method, ...args)
    await expect(zego).toSurface(1100003, { via: `api:${method}` })
  }
})
