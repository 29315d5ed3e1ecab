import { inRoom } from '../reacting/ends.ts'
import { expect, reply, test } from '../test.ts'

test('the room has as many users as it may have', { tag: '@1002034' }, async ({ app, faults, zego }) => {
  await faults.signaling.answer('LoginRoomReq', reply.code(1105))
  await app.tryToJoin()
  await expect(zego).toSurface(1002034, { via: 'api:loginRoom' })
  await expect(zego).toSurface(1002034, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1002034)

  await faults.signaling.restore()
  await app.recover(inRoom)
})
