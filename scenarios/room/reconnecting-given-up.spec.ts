import { inRoom } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the network stays away for longer than the SDK tries', { tag: ['@1002053', '@1002031'] }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  await app.join()
  await faults.network.cut('signaling')
  // The SDK hopes for 8 s that it is nothing.
  await faults.time.advance('6s')
  const late = await faults.time.advance('3s')
  await expect(zego).toSurface(1000017, { via: 'event:roomStateChanged', since: late })
  await expect(app).toReact(1000017, { retrying: true })
  await faults.time.jump('5m')
  await expect(zego).toSurface(1002031, { via: 'event:roomStateChanged' })
  await expect(zego).not.toSurface(1002053)
  await expect(app.connection).toHaveText('Disconnected')
  await expect(app).toReact(1002031)

  await faults.network.heal()
  await app.recover(inRoom)
})
