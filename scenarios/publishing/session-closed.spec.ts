import { action, denied } from '../../fixtures/index.ts'
import { live } from '../reacting/ends.ts'
import { expect, tagsOf, test } from '../test.ts'

const event = 'event:publisherStateUpdate'

/** Why a session is closed (`err`), and what the SDK calls it: as final as the gateway says, whatever the reason. */
const reasons = [
  { code: 1003025, what: 'the stream is forbidden', err: denied.publishForbidden },
  { code: 1003028, what: 'somebody else publishes it', err: denied.newPublisher },
  { code: 1102018, what: 'a manager stopped it', err: denied.stoppedByManager },
  { code: 1103027, what: 'it may not be published', err: denied.publishAuthFailed },
]

test('the gateway closes the session for a reason, and takes it again', { tag: tagsOf(reasons) }, async ({
  app,
  eachRow,
  faults,
  zego,
}) => {
  await app.goLive()
  await eachRow(reasons, async ({ code, err }) => {
    const closed = await faults.media.close({ err, action: action.retry })
    await expect(zego).toSurface(code, { via: event, since: closed })
    await expect(zego).toSurface(0, { via: event, since: closed })
    await expect(app).toReact(code, { retrying: true })
    await app.comesBack(live)
  })
})

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
  await faults.media.close({ err: denied.serverStopped, action: action.stop })
  await expect(zego).toSurface(1103027, { via: 'event:publisherStateUpdate' })
  await expect(app.publishing).toContainText('the attempt has ended')
  await expect(app).toReact(1103027)

  await app.comesBack(live, 'Go live', () => app.button('Go live').click())
})
