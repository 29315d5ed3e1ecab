import { inRoom } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the channel of the room breaks and cannot be set up again', { tag: '@1102014' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await faults.time.control()
  await app.join()
  const silenced = await faults.signaling.silence('LoginRoomReq')
  await faults.signaling.breakTunnels(17)
  await faults.time.advance('30s')
  await expect(zego).toSurface(1000017, { via: 'event:roomStateChanged' })
  await expect(app).toReact(1000017, { retrying: true })
  await expect.poll(() => cloud.journal.named('LoginRoomReq').length).toBeGreaterThan(1)
  await faults.time.jump('5m')
  await expect(zego).toSurface(1002031, { via: 'event:roomStateChanged' })
  await expect(zego).not.toSurface(1102014)
  await expect(app).toReact(1002031)

  await silenced.undo()
  await app.recover(inRoom)
})
