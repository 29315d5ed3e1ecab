import { sending } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the user takes the permission back while live', { tag: '@1106010' }, async ({ app, faults, zego }) => {
  await app.goLive()
  await faults.permission.revoke('camera')
  await expect(zego).toSurface(1106010, { via: 'event:deviceError' })
  await expect(app).toReact(1106010, { device: 'camera', permission: 'denied' })
  // Chromium ends the microphone as well: both come from one capture.
  await expect(app.publishing).toHaveText('Live, but sending nothing')

  await app.comesBack(sending('camera'), 'permission.grant', () => faults.permission.grant('camera'))
  await expect.poll(sending('microphone')(app).watch()).toBe(true)

  // The microphone is as good a reason to look after what was lost.
  await faults.permission.revoke('microphone')
  await expect(app.publishing).toHaveText('Live, without sound')
  const arrived = sending('microphone')(app).watch()
  await faults.permission.grant('microphone')
  await expect(app.publishing).toHaveText('Live')
  await expect.poll(arrived).toBe(true)
})
