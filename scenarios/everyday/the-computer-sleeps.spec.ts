import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('a viewer’s computer sleeps for a while, and the class goes on', { tag: '@no-code' }, async ({
  app,
  cloud,
  faults,
  zego,
}) => {
  await faults.time.control()
  const guest = await app.watch()
  const sessions = () => cloud.gateway.find({ role: 'player', user: app.userId }).map(({ id }) => id)
  const [before] = sessions()
  const slept = await faults.time.sleep('10m')
  await expect(zego).toEmit('roomStateChanged', 'RECONNECTED', { since: slept })
  await expect(app.connection).toHaveText('Connected')
  await app.sees('guest')
  expect(sessions()).not.toContain(before)
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
  const since = await faults.time.sleep('10m')
  await expect(zego).toSurface(1106009, { via: 'event:deviceError', since })
  await expect(zego).toSurface(1106010, { via: 'event:deviceError', since })
  // Whether the SDK finds them loose as well depends on its timers. The app offers the same for both, and one press opens both.
  const opened = live(app).watch()
  await app.page.getByRole('alert').getByRole('button', { name: 'Try again' }).first().click()
  await expect.poll(opened).toBe(true)
  await expect.poll(() => app.isLive()).toBe(true)
  await expect(app.page.getByRole('alert')).toBeHidden()
  await expect(app.connection).toHaveText('Connected')
})
