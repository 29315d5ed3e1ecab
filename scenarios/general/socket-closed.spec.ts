import { linkLost } from '../link-lost.ts'
import { sent } from '../reacting/ends.ts'
import { sendChannelMessage, sends } from '../room-calls.ts'
import { expect, test } from '../test.ts'

test('a chat message while the connection is down', { tag: '@1100003' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await app.join()
  await faults.network.cut('signaling')
  await expect(zego).toSurface(...linkLost)
  await app.say('can you hear me?')
  await expect(zego).toSurface(1100003, { via: 'api:sendBroadcastMessage' })
  await expect(app).toReact(1100003)

  const before = cloud.journal.named('LoginRoomRsp').length
  await faults.network.heal()
  await expect.poll(() => cloud.journal.named('LoginRoomRsp').length).toBeGreaterThan(before)
  await app.recover(sent('can you hear me?'))
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
