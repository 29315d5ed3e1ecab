import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

const [serverStopped, stop] = [2001, 1]

test('the gateway closes the session while live', { tag: '@1103027' }, async ({ app, faults, zego }) => {
  await app.goLive()
  const closed = await faults.media.close()
  await expect(zego).toSurface(1103027, { via: 'event:publisherStateUpdate' })
  await expect(zego).toSurface(0, { via: 'event:publisherStateUpdate', since: closed })
  await expect(app).toReact(1103027, { retrying: true })
  await app.comesBack(live)
})

test('the gateway was restarted while live', { tag: '@1103027' }, async ({ app, faults, zego }) => {
  await app.goLive()
  const reset = await faults.media.reset()
  await expect(zego).toSurface(1103027, { via: 'event:publisherStateUpdate' })
  await expect(zego).toSurface(0, { via: 'event:publisherStateUpdate', since: reset })
  await expect(app).toReact(1103027, { retrying: true })
  await app.comesBack(live)
})

test('the gateway closes the session for good', { tag: '@1103027' }, async ({ app, faults, zego }) => {
  await app.goLive()
  await faults.media.close({ err: serverStopped, action: stop })
  await expect(zego).toSurface(1103027, { via: 'event:publisherStateUpdate' })
  await expect(app.publishing).toContainText('the attempt has ended')
  await expect(app).toReact(1103027)

  await app.comesBack(live, 'Go live', () => app.button('Go live').click())
})
