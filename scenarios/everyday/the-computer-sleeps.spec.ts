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

test('a computer sleeps while its camera is live', { tag: ['@1106009', '@1106010'] }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  await app.goLive()
  await faults.time.sleep('10m')
  await expect(zego).toSurface(1106009, { via: 'event:deviceError' })
  await expect(zego).toSurface(1106010, { via: 'event:deviceError' })
  await expect(app).toReact(1106009, { device: 'microphone' })
  // One press opens both again.
  await app.recover(live)
  await expect(app.connection).toHaveText('Connected')
})
