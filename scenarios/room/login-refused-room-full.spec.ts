import { inRoom } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the room has as many users as it may have', { tag: '@1002034' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  cloud.room(app.roomId).join('guest')
  const small = await faults.signaling.configure({ roomCapacity: 1 })
  await app.tryToJoin()
  await expect(zego).toSurface(1002034, { via: 'api:loginRoom' })
  await expect(zego).toSurface(1002034, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1002034)

  await small.undo()
  await app.recover(inRoom)
})

test('the room filled up while this client was away', { tag: '@1002031' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await faults.time.control()
  await app.join()
  await faults.network.cut('signaling')
  await faults.time.advance('101s')
  cloud.room(app.roomId).join('guest')
  await faults.signaling.configure({ roomCapacity: 1 })
  await faults.network.heal()
  // While it reconnects, this SDK takes no refusal for an answer: what surfaces is that it gave up.
  await faults.time.advance('40s')
  const answered = cloud.journal.named('LoginRoomRsp').length
  await faults.time.jump('5m')
  await expect(zego).toSurface(1002031, { via: 'event:roomStateChanged' })
  expect(answered).toBeGreaterThan(1)
  expect(zego.surfaced(1002034)).toBeUndefined()
  await expect(app.connection).toHaveText('Disconnected')
})
