import { inRoom } from '../reacting/ends.ts'
import { expect, makeToken, test } from '../test.ts'

test('the room service never answers the login', { tag: '@1002031' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await faults.time.control()
  const silenced = await faults.signaling.silence('LoginRoomReq')
  await app.tryToJoin()
  await expect.poll(() => cloud.journal.named('LoginRoomReq')).not.toEqual([])
  // It takes 300 s, and not less.
  await faults.time.jump('299s')
  const late = await faults.time.jump('2s')
  await expect(zego).toSurface(1002031, { via: 'api:loginRoom', since: late })
  await expect(zego).toSurface(1002031, { via: 'event:roomStateChanged', since: late })
  await expect(app).toReact(1002031)

  await silenced.undo()
  await app.recover(inRoom)
})

test('the app asks the SDK for less patience', { tag: '@1002031' }, async ({
  cloud,
  engine,
  faults,
  zego,
}) => {
  await faults.time.control()
  await engine.open()
  await engine.call('setEngineConfig', { roomRetryTime: 5 })
  await faults.signaling.silence('LoginRoomReq')
  await engine.begin('loginRoom', engine.roomId, makeToken(), { userID: 'host' })
  await expect.poll(() => cloud.journal.named('LoginRoomReq')).not.toEqual([])
  await faults.time.advance('8s')
  await expect(zego).toSurface(1002031, { via: 'api:loginRoom' })
})
