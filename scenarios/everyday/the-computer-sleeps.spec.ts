import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('a viewer’s computer sleeps for a while, and the class goes on', { tag: '@no-code' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  const guest = await app.watch()
  const slept = await faults.time.sleep('10m')
  await expect(zego).toEmit('roomStateChanged', 'RECONNECTED', { since: slept })
  await expect(app.connection).toHaveText('Connected')
  const before = await app.pictures('guest')
  await expect.poll(() => app.pictures('guest')).toBeGreaterThan(before)
  guest.say('awake?')
  await expect(app.page.getByText('awake?')).toBeVisible()
})

const codes = [1106009, 1106007, 1106010, 1106008]

test('a computer sleeps while its camera is live', { tag: codes.map((code) => `@${code}`) }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  await app.goLive()
  // The SDK keeps to itself that a device is loose for 2 s after it has listed the devices.
  await faults.time.advance('3s')
  const since = await faults.time.sleep('10m')
  for (const code of codes) await expect(zego).toSurface(code, { via: 'event:deviceError', since })
  await expect(app).toReact(1106007, { device: 'microphone', since })
  await expect(app).toReact(1106008, { device: 'camera', since })
  // One press opens both again.
  await app.recover(live)
  await expect(app.connection).toHaveText('Connected')
})
