import { live } from '../reacting/ends.ts'
import { expect, test } from '../test.ts'

test('the gateway never answers the request for a session', { tag: '@1103060' }, async ({
  app,
  faults,
  zego,
}) => {
  await faults.time.control()
  await faults.media.silence('CreateSessionWithSdpReq', { once: true })
  await app.join()
  await app.button('Go live').click()
  await faults.time.advanceUntil('20s', () => zego.surfaced(1103060) !== undefined)
  await expect(zego).toSurface(1103060, { via: 'event:publisherStateUpdate' })
  await expect(app).toReact(1103060, { retrying: true })

  await faults.time.advanceUntil('1m', () => app.isLive())
  await app.comesBack(live)
})
