import { expect, test } from '../test.ts'

test('the room does not answer heartbeats', { tag: '@1102001' }, async ({ app, faults, zego }) => {
  await faults.time.control()
  await app.join()
  await faults.signaling.silence('HbReq')
  await faults.time.advance('2m')
  await expect(zego).toSurface(1002051, { via: 'event:roomStateChanged', undocumented: true })
  await expect(app.connection).toHaveText('Connected')
  await expect(app.alert).toBeEmpty()
})
